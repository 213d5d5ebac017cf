/** Addresses that no stranger may make us ask: one or two of each kind. */
export const PRIVATE_V4 = [
  "127.0.0.1",
  "127.1.2.3",
  "127.255.255.254",
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "10.255.255.255",
  "100.64.0.1",
  "100.100.100.200",
  "169.254.169.254",
  "169.254.170.2",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.192",
  "192.0.2.1",
  "192.88.99.1",
  "192.168.0.1",
  "192.168.255.254",
  "198.18.0.1",
  "198.51.100.7",
  "203.0.113.7",
  "224.0.0.1",
  "239.255.255.250",
  "240.0.0.1",
  "255.255.255.255",
  "168.63.129.16",
];

export const PRIVATE_V6 = [
  "::",
  "::1",
  "fc00::1",
  "fd00:ec2::254",
  "fd12:3456:789a::1",
  "fe80::1",
  "fec0::1",
  "ff02::1",
  "100::1",
  "2001::1",
  "2001:db8::1",
  "2001:10::1",
  "2001:20::1",
  "3fff::1",
  "5f00::1",
  "4000::1",
  "a000::1",
];

const octets = (address: string) => address.split(".").map(Number);
const whole = (address: string) => octets(address).reduce((sum, octet) => sum * 256 + octet, 0);
const hex = (value: number) => value.toString(16);
const words = (address: string) => {
  const [a = 0, b = 0, c = 0, d = 0] = octets(address);
  return `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;
};
const fullWidth = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const circled = (text: string) =>
  text.replace(/[1-9]/g, (digit) => String.fromCodePoint(0x2460 + Number(digit) - 1));
const percent = (text: string) =>
  [...text].map((letter) => `%${hex(letter.charCodeAt(0)).padStart(2, "0")}`).join("");

/** Every way of writing an IPv4 address that some parser takes for it. */
export function spellings(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = octets(address);
  const mapped = words(address);
  return [
    address,
    `${address}.`,
    String(whole(address)),
    `0x${hex(whole(address))}`,
    `0${whole(address).toString(8)}`,
    [a, b, c, d].map((octet) => `0x${hex(octet)}`).join("."),
    [a, b, c, d].map((octet) => `0${octet.toString(8)}`).join("."),
    `0x${hex(a)}.0${b.toString(8)}.${c}.${d}`,
    `${a}.${b * 65_536 + c * 256 + d}`,
    `${a}.${b}.${c * 256 + d}`,
    `0x${hex(a)}.${b * 65_536 + c * 256 + d}`,
    fullWidth(address),
    circled(address),
    address.replaceAll(".", "\u3002"),
    address.replaceAll(".", "\uff0e"),
    percent(address),
    `[::ffff:${address}]`,
    `[::ffff:${mapped}]`,
    `[0:0:0:0:0:ffff:${mapped}]`,
    `[::${address}]`,
    `[::ffff:0:${mapped}]`,
    `[64:ff9b::${mapped}]`,
    `[64:ff9b::${address}]`,
    `[64:ff9b:1::${mapped}]`,
    `[2002:${mapped}::]`,
    `[2002:${mapped}::1]`,
    `[2001:0:${mapped}::1]`,
    `[2001:0:0:0:0:0:${mapped}]`,
    `[fe80::5efe:${mapped}]`,
    `user:word@${address}`,
    `example.com@${address}`,
    `example.com%40@${address}`,
    `\t${address}`,
    `${address}\n`,
  ];
}

/** Names that lead inside by themselves, by a service of somebody, or by what follows them. */
export const PRIVATE_NAMES = [
  "localhost",
  "LOCALHOST",
  "localhost.",
  "foo.localhost",
  "localhost.localdomain",
  "ip6-localhost",
  "ｌｏｃａｌｈｏｓｔ",
  "redis",
  "postgres",
  "printer.local",
  "metadata.google.internal",
  "metadata.google.internal.",
  "router.home.arpa",
  "a..example.com",
  "example.com.",
];

/** Apart, so that nobody takes them for real ones. */
const CREDENTIALS = ["user", "word"].join(":");

/** Whole addresses that are refused whatever stands behind them. */
export const REFUSED_URLS = [
  "",
  "nonsense",
  "//example.com/",
  "/etc/passwd",
  "file:///etc/passwd",
  "ftp://example.com/",
  "gopher://example.com:6379/_FLUSHALL",
  "dict://example.com:11211/stats",
  "ldap://example.com/",
  "ws://example.com/",
  "data:text/html,hello",
  "javascript:alert(1)",
  "blob:https://example.com/1",
  "jar:https://example.com!/",
  "unix:/var/run/docker.sock",
  "http+unix://%2Fvar%2Frun%2Fdocker.sock/info",
  "https://",
  "https://:443/",
  "https://user@example.com/",
  `https://${CREDENTIALS}@example.com/`,
  "https://example.com:22/",
  "https://example.com:25/",
  "https://example.com:5432/",
  "https://example.com:6379/",
  "https://example.com:0/",
  "https://example.com:65536/",
  "https://[::1%25lo]/",
  "https://[fe80::1%25eth0]/",
  "https://[::1]:443\\@example.com/",
  `https://example.com/${"a".repeat(5_000)}`,
];
