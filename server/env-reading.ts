/** `host:port` of one process, as another one reaches it. */
export type Address = { readonly host: string; readonly port: number };

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one variable after another and gathers what is wrong with them. */
export class Reading {
  readonly mistakes: string[] = [];
  readonly env: Environment;

  constructor(env: Environment) {
    this.env = env;
  }

  text(name: string): string | null {
    const value = this.env[name]?.trim();
    return value === undefined || value === "" ? null : value;
  }

  mistake(sentence: string): null {
    this.mistakes.push(sentence);
    return null;
  }

  number(name: string, standard: number, least: number, most: number): number {
    const value = this.text(name);
    if (value === null) return standard;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    this.mistake(`${name} must be a whole number from ${least} to ${most}, not "${value}".`);
    return standard;
  }

  oneOf<Word extends string>(name: string, words: readonly Word[], standard: Word): Word {
    const value = this.text(name);
    if (value === null) return standard;
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) this.mistake(`${name} must be one of ${words.join(", ")}, not "${value}".`);
    return word ?? standard;
  }

  url(name: string, protocols: readonly string[], example: string): URL | null {
    const value = this.text(name);
    if (value === null) return null;
    const url = URL.canParse(value) ? new URL(value) : null;
    // The value itself stays out of the sentence: database and mail addresses hold passwords.
    if (url === null || !protocols.includes(url.protocol)) {
      return this.mistake(`${name} must be an address such as ${example}.`);
    }
    return url;
  }

  address(name: string): Address | null {
    const value = this.text(name);
    if (value === null) return null;
    const match = /^(\[[0-9a-f:]+\]|[^:\s]+):(\d{1,5})$/i.exec(value);
    const port = Number(match?.[2]);
    if (!match?.[1] || port < 1 || port > 65_535) {
      return this.mistake(`${name} must be host:port, such as 127.0.0.1:3001, not "${value}".`);
    }
    return { host: match[1].replace(/^\[|\]$/g, ""), port };
  }

  secret(name: string): string | null {
    const value = this.text(name);
    if (value === null || value.length >= 32) return value;
    return this.mistake(`${name} must have at least 32 characters; leave it out to have one made.`);
  }
}
