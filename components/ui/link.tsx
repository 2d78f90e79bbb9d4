import NextLink from "next/link";
import type { ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonLook } from "./button-look.ts";

type LinkProps = { href: string; children: ReactNode; className?: string; "aria-current"?: "page" };

/** A link within the newsroom. No prefetch: lists hold hundreds of them. */
export function Link({ href, children, className, ...rest }: LinkProps) {
  return (
    <NextLink
      {...rest}
      href={href}
      prefetch={false}
      className={className ?? "text-accent underline underline-offset-2 hover:text-accent-strong"}
    >
      {children}
    </NextLink>
  );
}

/** A link that stands where a button would: it goes somewhere, it does nothing. */
export function ButtonLink({
  variant,
  size,
  className,
  ...rest
}: LinkProps & { variant?: ButtonVariant; size?: ButtonSize }) {
  return <Link {...rest} className={buttonLook(variant, size, className)} />;
}

/** A link to what readers see, in a tab of its own. */
export function ReaderLink({ href, children, className }: LinkProps) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener"
      className={className ?? "text-accent underline underline-offset-2 hover:text-accent-strong"}
    >
      {children}
    </a>
  );
}

/** A link to somebody else's page, in a tab of its own; that page isn't told where its visitor came from. */
export function ExternalLink({ href, children, className }: LinkProps) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className={className ?? "text-accent underline underline-offset-2 hover:text-accent-strong"}
    >
      {children}
    </a>
  );
}
