import { expect, it } from "vitest";
import { networkOf } from "#server/platform/http/network-of.ts";

it.each([
  ["192.0.2.44", "192.0.2.44"],
  ["::ffff:192.0.2.44", "192.0.2.44"],
  ["::FFFF:c000:22c", "192.0.2.44"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["64:ff9b::192.0.2.44", "64:ff9b:0:0::/64"],
  ["unknown", "unknown"],
])("%s is counted as %s", (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
