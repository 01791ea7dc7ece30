/** The keys of one owner. Neither can be read out of the browser; both can only be used. */
export interface VaultKeys {
  /** Names are stored as marks under this key: a copy of the device's data tells nobody what was kept. */
  readonly marks: CryptoKey;
  readonly content: CryptoKey;
}

export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );

/** Two keys from the secret that the server handed over (HKDF, RFC 5869); the secret itself is kept nowhere. */
export const keysOf = async (secret: string): Promise<VaultKeys> => {
  const source = await crypto.subtle.importKey("raw", bytesOf(secret), "HKDF", false, [
    "deriveKey",
  ]);
  const from = (info: string): HkdfParams => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: encoder.encode("stepwell vault 1"),
    info: encoder.encode(info),
  });
  const [marks, content] = await Promise.all([
    crypto.subtle.deriveKey(
      from("marks"),
      source,
      { name: "HMAC", hash: "SHA-256", length: 256 },
      false,
      ["sign"],
    ),
    crypto.subtle.deriveKey(from("content"), source, { name: "AES-GCM", length: 256 }, false, [
      "encrypt",
      "decrypt",
    ]),
  ]);
  return { marks, content };
};

export const markOf = async ({ marks }: VaultKeys, name: string): Promise<string> => {
  const mark = await crypto.subtle.sign("HMAC", marks, encoder.encode(name));
  return Array.from(new Uint8Array(mark), (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** AES-GCM with a fresh nonce. `place` is where it is stored: moved elsewhere, it no longer opens. */
export const seal = async (keys: VaultKeys, text: string, place: string): Promise<Sealed> => {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce, additionalData: encoder.encode(place) },
    keys.content,
    encoder.encode(text),
  );
  return { nonce, bytes };
};

/** Undefined where it was sealed under another key or for another place, or was tampered with. */
export const unseal = async (
  keys: VaultKeys,
  { nonce, bytes }: Sealed,
  place: string,
): Promise<string | undefined> => {
  try {
    const text = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: nonce, additionalData: encoder.encode(place) },
      keys.content,
      bytes,
    );
    return decoder.decode(text);
  } catch {
    return undefined;
  }
};
