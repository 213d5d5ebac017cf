import { describe, expect, test } from "vitest";
import { readExpiry, registrableNames } from "./domain-expiry.ts";
import {
  isOwnOutage,
  judgeEnd,
  judgeFailure,
  judgeStatus,
  nextLookAt,
  pausableFrom,
  type Standing,
  standingAfter,
  type Verdict,
} from "./rules.ts";

const START = new Date("2026-03-01T12:00:00.000Z");
const minutesIn = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const DAY = 24 * 60;

/** How a site stands after looks at these minutes. */
function standing(looks: readonly (readonly [number, Verdict])[]): Standing {
  let before: (Standing & { checkedAt: Date }) | undefined;
  for (const [minutes, verdict] of looks) {
    const checkedAt = minutesIn(minutes);
    before = { ...standingAfter(before, "uptime", verdict, checkedAt), checkedAt };
  }
  if (before === undefined) throw new Error("there was no look");
  return { isFailing: before.isFailing, failingSince: before.failingSince };
}

const GOOD = { isFailing: false, failingSince: null };

describe("what the looks at a site come to", () => {
  test("200 passes, who turns robots away is warned of, and what is ours says nothing [1.70]", () => {
    expect(judgeStatus(200)).toMatchObject({ verdict: "pass", httpCode: 200, reason: null });
    for (const status of [204, 301, 404, 500, 503]) {
      expect(judgeStatus(status)).toMatchObject({ verdict: "fail", httpCode: status });
    }
    for (const status of [403, 429]) expect(judgeStatus(status).verdict).toBe("warn");
    expect(judgeFailure("TIMEOUT")).toMatchObject({ verdict: "fail", reason: "timeout" });
    expect(judgeFailure("ADDRESS_REFUSED").verdict).toBe("fail");
    expect(judgeFailure("URL_REFUSED").verdict).toBe("unknown");
    expect(judgeFailure("TOO_LARGE").verdict).toBe("unknown");
  });

  test("one failure is no downtime, two minutes apart neither, five minutes apart are [1.70]", () => {
    expect(standing([[0, "fail"]])).toEqual({ isFailing: false, failingSince: START });
    expect(
      standing([
        [0, "fail"],
        [2, "fail"],
      ]).isFailing,
    ).toBe(false);
    expect(
      standing([
        [0, "fail"],
        [5, "fail"],
      ]),
    ).toEqual({ isFailing: true, failingSince: START });
    // Neither does one that answers in between, and what could not be said changes nothing.
    expect(
      standing([
        [0, "fail"],
        [5, "pass"],
        [10, "fail"],
      ]).isFailing,
    ).toBe(false);
    expect(
      standing([
        [0, "fail"],
        [5, "unknown"],
        [10, "fail"],
      ]).failingSince,
    ).toEqual(START);
    expect(
      standing([
        [0, "fail"],
        [5, "fail"],
        [65, "unknown"],
      ]).isFailing,
    ).toBe(true);
    expect(
      standing([
        [0, "fail"],
        [5, "fail"],
        [65, "warn"],
      ]),
    ).toEqual(GOOD);
  });

  test("a downtime begins anew after a time in which nobody looked [1.70]", () => {
    const long = standing([
      [0, "fail"],
      [5, "fail"],
      [DAY, "fail"],
    ]);
    expect(long).toEqual({ isFailing: true, failingSince: minutesIn(DAY) });
    expect(pausableFrom(long)).toEqual(minutesIn(4 * DAY));
    expect(pausableFrom({ isFailing: false, failingSince: START })).toBeUndefined();
    expect(pausableFrom(GOOD)).toBeUndefined();
  });

  test("it is looked again soon after a first failure, then hourly, else daily and weekly [1.70]", () => {
    const next = (kind: "uptime" | "tls" | "domain", verdict: Verdict, how: Standing) =>
      (nextLookAt(kind, verdict, how, START).getTime() - START.getTime()) / 60_000;
    expect(next("uptime", "pass", GOOD)).toBe(DAY);
    expect(next("uptime", "unknown", GOOD)).toBe(DAY);
    expect(next("uptime", "fail", { isFailing: false, failingSince: START })).toBe(5);
    expect(next("uptime", "fail", { isFailing: true, failingSince: START })).toBe(60);
    expect(next("tls", "pass", GOOD)).toBe(7 * DAY);
    expect(next("domain", "unknown", GOOD)).toBe(DAY);
  });

  test("certificates warn two weeks before their end, domains 30 days [1.70]", () => {
    expect(judgeEnd("tls", minutesIn(20 * DAY), START)).toMatchObject({
      verdict: "pass",
      reason: null,
    });
    expect(judgeEnd("tls", minutesIn(14 * DAY), START).verdict).toBe("warn");
    expect(judgeEnd("domain", minutesIn(30 * DAY), START).reason).toBe("expires_soon");
    expect(judgeEnd("domain", minutesIn(32 * DAY), START).verdict).toBe("pass");
    expect(judgeEnd("tls", START, START)).toMatchObject({ verdict: "fail", reason: "expired" });
    // A date does not flap: it counts at once.
    expect(standingAfter(undefined, "tls", "fail", START).isFailing).toBe(true);
  });

  test("most sites down at once are our own outage, a few are theirs [1.70]", () => {
    expect(isOwnOutage({ down: 3, watched: 3 })).toBe(false);
    expect(isOwnOutage({ down: 4, watched: 7 })).toBe(true);
    expect(isOwnOutage({ down: 4, watched: 8 })).toBe(false);
  });
});

describe("what registries say of a domain", () => {
  test("names are asked from the longest on that can be registered [1.70]", () => {
    expect(registrableNames("www.example.com")).toEqual(["example.com"]);
    expect(registrableNames("Shop.Example.co.uk.")).toEqual([
      "shop.example.co.uk",
      "example.co.uk",
      "co.uk",
    ]);
    expect(registrableNames("a.b.c.d.example.org")).toHaveLength(3);
    expect(registrableNames("192.0.2.1")).toEqual([]);
    expect(registrableNames("[2001:db8::1]")).toEqual([]);
  });

  test("the expiry counts of the domain that was asked for, and nothing else does [1.70]", () => {
    const answer = (change: object) =>
      JSON.stringify({
        objectClassName: "domain",
        ldhName: "EXAMPLE.com",
        events: [
          { eventAction: "registration", eventDate: "1995-08-14T04:00:00Z" },
          { eventAction: "expiration", eventDate: "2027-08-13T04:00:00Z" },
        ],
        ...change,
      });
    expect(readExpiry(answer({}), "example.com")).toEqual(new Date("2027-08-13T04:00:00Z"));
    expect(readExpiry(answer({ ldhName: "example.org" }), "example.com")).toBe(
      "registry_unreadable",
    );
    expect(readExpiry(answer({ objectClassName: "nameserver" }), "example.com")).toBe(
      "registry_unreadable",
    );
    expect(readExpiry(answer({ events: undefined }), "example.com")).toBe("no_expiry");
    const odd = [{ eventAction: "expiration", eventDate: "soon" }];
    expect(readExpiry(answer({ events: odd }), "example.com")).toBe("no_expiry");
    for (const garbage of ["", "<html>", "null", "[]", '{"events":{}}']) {
      expect(readExpiry(garbage, "example.com")).toBe("registry_unreadable");
    }
  });
});
