/** `host:port` of one process, as another one reaches it. */
export type Address = { readonly host: string; readonly port: number };

export type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting there is. Reading one that isn't listed here doesn't compile. */
export const SETTING_NAMES = [
  "PORT",
  "HOST",
  "BASE_URL",
  "DATA_DIR",
  "BUILD_DIR",
  "DATABASE_URL",
  "READER_DATABASE_URL",
  "DATABASE_POOL_SIZE",
  "DEMO_PASSWORD",
  "TRUSTED_PROXIES",
  "MEDIA_URL",
  "MAIL_URL",
  "MAIL_FROM",
  "BACKUP_KEEP_DAYS",
  "LOG_LEVEL",
  "WEB_ADDRESS",
  "COLLAB_ADDRESS",
  "WORKER_ADDRESS",
  "FRONT_CONTROL_ADDRESS",
  "INTERNAL_SECRET",
  "AUTH_SECRET",
  "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
  "PURGE_KIND",
  "PURGE_URL",
  "PURGE_TOKEN",
  "S3_ENDPOINT",
  "S3_BUCKET",
  "S3_REGION",
  "S3_ACCESS_KEY",
  "S3_SECRET_KEY",
  "PICTURE_MAX_MB",
  "PICTURE_MAX_MEGAPIXELS",
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

/** Reads one variable after another and gathers what is wrong with them. */
export class Reading {
  readonly mistakes: string[] = [];
  readonly env: Environment;

  constructor(env: Environment) {
    this.env = env;
  }

  text(name: SettingName): string | null {
    const value = this.env[name]?.trim();
    return value === undefined || value === "" ? null : value;
  }

  mistake(sentence: string): null {
    this.mistakes.push(sentence);
    return null;
  }

  number(name: SettingName, standard: number, least: number, most: number): number {
    const value = this.text(name);
    if (value === null) return standard;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    this.mistake(`${name} must be a whole number from ${least} to ${most}, not "${value}".`);
    return standard;
  }

  oneOf<Word extends string>(name: SettingName, words: readonly Word[], standard: Word): Word {
    const value = this.text(name);
    if (value === null) return standard;
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) this.mistake(`${name} must be one of ${words.join(", ")}, not "${value}".`);
    return word ?? standard;
  }

  url(name: SettingName, protocols: readonly string[], example: string): URL | null {
    const value = this.text(name);
    if (value === null) return null;
    const url = URL.canParse(value) ? new URL(value) : null;
    // The value itself stays out of the sentence: database and mail addresses hold passwords.
    if (url === null || !protocols.includes(url.protocol)) {
      return this.mistake(`${name} must be an address such as ${example}.`);
    }
    return url;
  }

  address(name: SettingName): Address | null {
    const value = this.text(name);
    if (value === null) return null;
    const match = /^(\[[0-9a-f:]+\]|[^:\s]+):(\d{1,5})$/i.exec(value);
    const port = Number(match?.[2]);
    if (!match?.[1] || port < 1 || port > 65_535) {
      return this.mistake(`${name} must be host:port, such as 127.0.0.1:3001, not "${value}".`);
    }
    return { host: match[1].replace(/^\[|\]$/g, ""), port };
  }

  secret(name: SettingName): string | null {
    const value = this.text(name);
    if (value === null || value.length >= 32) return value;
    return this.mistake(`${name} must have at least 32 characters; leave it out to have one made.`);
  }
}
