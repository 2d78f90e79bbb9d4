/**
 * The way to web for staff addresses: both bodies stream, nothing is kept, and text is compressed
 * chunk by chunk so that a page that comes in pieces still arrives in pieces.
 */
import { Agent, type ClientRequest, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { Transform } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import type { Address } from "../env-reading.ts";
import { BODY_LIMITS, Bodies, type BodyLimits } from "./bodies.ts";
import { type Asker, forwardedHeaders, headersForOutside, headersForWeb, onlyValue } from "./headers.ts";
import { sayPlainly } from "./notices.ts";
import { encodingFor } from "./page.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const TEXT =
  /^(text\/(?!event-stream)|application\/(json|javascript|xml|manifest\+json|rss\+xml)|image\/svg)/;
const WORTH_COMPRESSING_BYTES = 1_024;
/** Web may think this long before it says anything; an upload that moves doesn't count. */
const SILENCE_MS = 150_000;
const CLOSE = ["connection", "close"];

export class PassThrough {
  readonly #web: Address;
  readonly #secret: string;
  readonly #askerOf: (req: IncomingMessage) => Asker;
  readonly #agent = new Agent({
    keepAlive: true,
    maxSockets: 256,
    maxFreeSockets: 16,
    keepAliveMsecs: 10_000,
  });

  readonly #bodies: Bodies;
  readonly #alsoFine: readonly string[];

  constructor(
    web: Address,
    secret: string,
    askerOf: (req: IncomingMessage) => Asker,
    { limits = BODY_LIMITS, alsoFine = [] }: { limits?: BodyLimits; alsoFine?: readonly string[] } = {},
  ) {
    this.#bodies = new Bodies(limits);
    this.#alsoFine = alsoFine;
    this.#web = web;
    this.#secret = secret;
    this.#askerOf = askerOf;
  }

  pass(req: IncomingMessage, res: ServerResponse): void {
    if (!METHODS.has(req.method ?? "")) {
      sayPlainly(res, 405, "This method isn't known here.", CLOSE);
    } else if (onlyValue(req.rawHeaders, "host") === "twice") {
      // Web and the origin check might each believe another one.
      sayPlainly(res, 400, "A request has one Host.", CLOSE);
    } else if (hasBody(req)) {
      this.#take(req, res);
    } else {
      // A stream that lasts, an upload that creeps: the connection's own idle limit is for readers.
      req.socket.setTimeout(0);
      this.#ask(req, res, "may ask again");
    }
  }

  #take(req: IncomingMessage, res: ServerResponse): void {
    const refusal = this.#bodies.take(req, this.#askerOf(req).address);
    if (refusal === null) {
      req.socket.setTimeout(0);
      this.#ask(req, res, "only once");
    } else if (refusal === "too many") {
      sayPlainly(res, 503, "Too much is being sent at the moment. Please try again.", [
        ...CLOSE,
        "retry-after",
        "5",
      ]);
    } else {
      sayPlainly(res, 429, "Too much is being sent from your address at once. Please try again.", [
        ...CLOSE,
        "retry-after",
        "5",
      ]);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #ask(req: IncomingMessage, res: ServerResponse, times: "may ask again" | "only once"): void {
    const { host, port } = this.#web;
    const headers = headersForWeb(req.rawHeaders, this.#alsoFine);
    headers.push(...forwardedHeaders(this.#askerOf(req)), "x-dateline-secret", this.#secret);
    if (req.headers["transfer-encoding"] !== undefined) headers.push("transfer-encoding", "chunked");
    let answering = false;
    const asked = request(
      {
        host,
        port,
        path: req.url,
        method: req.method,
        headers,
        agent: this.#agent,
        setDefaultHeaders: false,
      },
      (answer) => {
        answering = true;
        asked.setTimeout(0);
        answerWith(req, res, answer);
      },
    );
    asked.setTimeout(SILENCE_MS, () => asked.destroy(new Error("web said nothing")));
    asked.on("error", () => {
      if (res.headersSent || res.destroyed) return void res.destroy();
      // A kept connection that web had closed meanwhile: it never saw this request.
      if (times === "may ask again" && asked.reusedSocket && !answering)
        return this.#ask(req, res, "only once");
      sayPlainly(res, 503, "The newsroom isn't answering at the moment. Please try again.", [
        "retry-after",
        "5",
      ]);
    });
    res.on("close", () => {
      if (!res.writableFinished) asked.destroy();
    });
    if (hasBody(req)) {
      this.#bodies.watch(req, asked, () => giveUp(res, asked));
      req.pipe(asked);
    } else asked.end();
  }
}

/** Nothing more came. Web hears that the body broke off; its sender hears why, if there is still time. */
function giveUp(res: ServerResponse, asked: ClientRequest): void {
  if (res.headersSent) return void res.destroy();
  sayPlainly(res, 408, "What you sent stopped on its way.", CLOSE);
  asked.destroy();
}

function hasBody(req: IncomingMessage): boolean {
  const { "content-length": length, "transfer-encoding": coding } = req.headers;
  return coding !== undefined || (length !== undefined && length !== "0");
}

function answerWith(req: IncomingMessage, res: ServerResponse, answer: IncomingMessage): void {
  const status = answer.statusCode ?? 502;
  const head = headersForOutside(answer.rawHeaders);
  const packer = packerFor(req, answer);
  // Half a page is not an answer: the reader's program must see that it broke off.
  answer.on("error", () => res.destroy());
  answer.on("aborted", () => res.destroy());
  if (packer === null) {
    res.writeHead(status, head);
    answer.pipe(res);
    return;
  }
  res.writeHead(status, packedHead(head, packer.encoding));
  packer.stream.on("error", () => res.destroy());
  res.on("close", () => packer.stream.destroy());
  answer.pipe(packer.stream).pipe(res);
}

type Packer = { encoding: "br" | "gzip"; stream: Transform };

function packerFor(req: IncomingMessage, answer: IncomingMessage): Packer | null {
  const { headers, statusCode = 0 } = answer;
  const length = headers["content-length"];
  if (req.method === "HEAD" || statusCode === 204 || statusCode === 304 || statusCode < 200) return null;
  if (headers["content-encoding"] !== undefined || headers["content-range"] !== undefined) return null;
  if (!TEXT.test(headers["content-type"] ?? "")) return null;
  if (/no-transform/.test(headers["cache-control"] ?? "")) return null;
  if (length !== undefined && Number(length) < WORTH_COMPRESSING_BYTES) return null;
  const accepted = req.headers["accept-encoding"];
  const encoding = encodingFor(typeof accepted === "string" ? accepted : undefined);
  if (encoding === "identity") return null;
  if (encoding === "gzip")
    return { encoding, stream: createGzip({ level: 5, flush: constants.Z_SYNC_FLUSH }) };
  const stream = createBrotliCompress({
    flush: constants.BROTLI_OPERATION_FLUSH,
    params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 },
  });
  return { encoding, stream };
}

/** The same answer in other bytes: another length, a tag that says so, and a note for caches. */
function packedHead(head: readonly string[], encoding: string): string[] {
  const packed: string[] = [];
  const vary: string[] = [];
  for (let i = 0; i + 1 < head.length; i += 2) {
    const name = head[i] ?? "";
    const value = head[i + 1] ?? "";
    const lower = name.toLowerCase();
    if (lower === "content-length" || lower === "accept-ranges") continue;
    if (lower === "vary") vary.push(value);
    else if (lower === "etag" && !value.startsWith("W/")) packed.push(name, `W/${value}`);
    else packed.push(name, value);
  }
  if (!/accept-encoding|\*/i.test(vary.join())) vary.push("Accept-Encoding");
  return [...packed, "vary", vary.join(", "), "content-encoding", encoding];
}
