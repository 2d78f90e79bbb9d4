/** A share card, in pixels and bytes, as networks show it (https://ogp.me; Facebook's, X's and Telegram's guides). */
export const CARD = { width: 1200, height: 630, mostBytes: 300_000 } as const;
