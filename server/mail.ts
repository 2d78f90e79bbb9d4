/** Letters go out through the mail server of the settings; nothing else in the house sends any. */
import { z } from "zod";
import type { Settings } from "./env.ts";
import { log } from "./log.ts";

const letter = z.object({ to: z.email(), subject: z.string().min(1), text: z.string().min(1) });

const LIMIT_MS = 20_000;

/** Without a mail server the letter is not lost silently: the log says so, but never what was in it. */
export async function sendLetter(mail: Settings["mail"], payload: unknown): Promise<void> {
  const { to, subject, text } = letter.parse(payload);
  if (mail === null) {
    log().warn({ to, subject }, "a letter was not sent: MAIL_URL is not set");
    return;
  }
  const { createTransport } = await import("nodemailer");
  const limits = { connectionTimeout: LIMIT_MS, greetingTimeout: LIMIT_MS, socketTimeout: LIMIT_MS };
  const transport = createTransport({ url: mail.url, ...limits });
  await transport.sendMail({ from: mail.from, to, subject, text });
  log().info({ to, subject }, "a letter was sent");
}
