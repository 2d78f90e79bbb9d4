/**
 * Gives each staff document a nonce, so that only its own scripts run. It guards nothing: who may
 * see or do what is decided in the domain. Reader pages never come here (they have no script at
 * all), nor do uploads (a proxy would hold them back and cut them at 10 MB).
 */
import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { isProduction, settings } from "#server/env.ts";

export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"));
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from the policy on the request.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: [
    "/desk/:path*",
    "/me/:path*",
    "/admin/:path*",
    "/sign-in/:path*",
    "/welcome/:path*",
    "/reset/:path*",
  ],
};

function contentSecurityPolicy(nonce: string): string {
  const { mediaUrl } = settings();
  const pictures = mediaUrl === null ? "" : ` ${new URL(mediaUrl).origin}`;
  // Development compiles in the browser.
  const more = isProduction() ? "" : " 'unsafe-eval'";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${more}`,
    // The editor and the kit place things by style attributes.
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${pictures}`,
    `media-src 'self' blob:${pictures}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}
