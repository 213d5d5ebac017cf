import type { Processors } from "../processor.ts";
import { actForAgent } from "./act-for-agent.ts";
import { checkSite } from "./check-site.ts";
import { fanOutNotification } from "./fan-out-notification.ts";
import { matchSavedSearches } from "./match-saved-searches.ts";
import { pingWebhook } from "./ping-webhook.ts";
import { purge } from "./purge.ts";
import { scanDeadlines } from "./scan-deadlines.ts";
import { scanOutcomes } from "./scan-outcomes.ts";
import { scanSites } from "./scan-sites.ts";
import { scoreOutcome } from "./score-outcome.ts";
import { sealEstimateDays } from "./seal-estimate-days.ts";
import { sendMail } from "./send-mail.ts";
import { sweepUploads } from "./sweep-uploads.ts";
import { takeNotificationBack } from "./take-notification-back.ts";
import { scanNotices, tellOperators } from "./tell-operators.ts";
import { findComparables } from "./valuation/find-comparables.ts";
import { makeEstimate } from "./valuation/make-estimate.ts";
import { openValuation } from "./valuation/open-valuation.ts";
import { scanValuations } from "./valuation/scan-valuations.ts";
import { takeIn } from "./valuation/take-in.ts";
import { writeMemo } from "./valuation/write-memo.ts";
import { watchSellers } from "./watch-sellers.ts";
import { writeDigest } from "./write-digest.ts";

/** Who does which job. */
export const PROCESSORS: Processors = {
  "notification.fan_out": fanOutNotification,
  "notification.take_back": takeNotificationBack,
  "mail.send": sendMail,
  "mail.digest": writeDigest,
  "saved_search.match": matchSavedSearches,
  "webhook.ping": pingWebhook,
  "deadline.scan": scanDeadlines,
  "seller.watch": watchSellers,
  "agent.act": actForAgent,
  "valuation.score": scoreOutcome,
  "valuation.scan_outcomes": scanOutcomes,
  "valuation.seal_days": sealEstimateDays,
  "upload.sweep": sweepUploads,
  "valuation.open": openValuation,
  "valuation.intake": takeIn,
  "valuation.compare": findComparables,
  "valuation.estimate": makeEstimate,
  "valuation.memo": writeMemo,
  "valuation.scan": scanValuations,
  "operator.scan": scanNotices,
  "operator.tell": tellOperators,
  "site.scan": scanSites,
  "site.check": checkSite,
  "upkeep.purge": purge,
};
