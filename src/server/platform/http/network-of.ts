import { isIPv4, isIPv6 } from "node:net";

const groupsOf = (text: string): readonly string[] =>
  text
    .split(":")
    .filter((group) => group !== "")
    .flatMap((group) => {
      if (!isIPv4(group)) return [Number.parseInt(group, 16).toString(16)];
      const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
      return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
    });

const allGroups = (address: string): readonly string[] => {
  const [head = "", tail] = address.split("::", 2);
  const [first, last] = [groupsOf(head), groupsOf(tail ?? "")];
  const between = Array.from({ length: 8 - first.length - last.length }, () => "0");
  return [...first, ...between, ...last];
};

const mappedPrefix = "0:0:0:0:0:ffff";

/**
 * What is counted as one visitor: an IPv4 address whole, an IPv6 address by its first four groups, for one subscriber
 * holds at least a /64 and may take another address of it for each request. Whatever is no address stays as it is.
 */
export const networkOf = (ip: string): string => {
  const [address = ""] = ip.split("%", 1);
  if (!isIPv6(address)) return ip;
  const groups = allGroups(address);
  if (groups.slice(0, 6).join(":") !== mappedPrefix) return `${groups.slice(0, 4).join(":")}::/64`;
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
};
