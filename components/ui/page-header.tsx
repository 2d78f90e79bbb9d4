import type { ReactNode } from "react";

/** What this page is, and the one or two things to do on it. */
export function PageHeader({
  title,
  lead,
  actions,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pb-5">
      <div className="min-w-0">
        <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
        {lead && <p className="mt-1 max-w-prose text-ink-soft">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}

/** A group of fields or facts on a page, with its heading. */
export function Panel({ title, lead, children }: { title?: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="rounded-2xl border border-line bg-page p-4 sm:p-6">
      {title && <h2 className="font-semibold text-lg">{title}</h2>}
      {lead && <p className="mt-1 text-ink-soft text-sm">{lead}</p>}
      <div className={title ? "mt-4" : undefined}>{children}</div>
    </section>
  );
}
