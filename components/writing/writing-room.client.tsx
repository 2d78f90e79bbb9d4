"use client";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import type { StoredDocument } from "#db/shapes.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import type { Snippet } from "#domain/writing/snippets.ts";
import type { StoryTemplate } from "#domain/writing/templates.ts";
import { ProblemBanner } from "../auth/problem-banner.tsx";
import { useAct } from "../auth/use-act.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.client.tsx";
import { IconButton } from "../ui/icon-button.client.tsx";
import { Panel } from "../ui/page-header.tsx";
import { StatusLine } from "../ui/status-line.tsx";
import { useWords } from "../words.client.tsx";
import { SnippetDialog, type SnippetDraft } from "./snippet-dialog.client.tsx";
import { TemplateDialog } from "./template-dialog.client.tsx";
import type { WritingActions } from "./writing-actions.ts";

type WritingRoomProps = {
  snippets: Snippet[];
  templates: StoryTemplate[];
  languages: readonly Language[];
  sections: readonly { id: string; label: string }[];
  /** A body with nothing in it. */
  blank: StoredDocument;
  mayManage: boolean;
  actions: WritingActions;
};

/** Everything that is kept to write with: one's own, and the newsroom's. */
export function WritingRoom(props: WritingRoomProps) {
  return (
    <div className="flex flex-col gap-5">
      <Snippets {...props} />
      <Templates {...props} />
    </div>
  );
}

function Snippets({ snippets, languages, blank, mayManage, actions }: WritingRoomProps) {
  const t = useWords("writing");
  const list = useList();
  const [open, setOpen] = useState<SnippetDraft | null>(null);
  return (
    <Panel title={t("snippets")} lead={t("snippetsLead")}>
      <List list={list} isEmpty={snippets.length === 0} none={t("snippetsNone")}>
        {snippets.map(({ id, name, language, owner, document, beginning, may }) => (
          <Row
            key={id}
            name={name}
            said={beginning}
            badges={[t(`ownerOf.${owner}`), ...(language ? [LANGUAGES[language].name] : [])]}
            onChange={may.change ? () => setOpen({ snippetId: id, name, language, owner, document }) : null}
            onRemove={() => list.act(() => actions.snippets.remove({ snippetId: id }), t("removed"))}
          />
        ))}
      </List>
      <Button
        onPress={() => setOpen({ name: "", language: null, owner: "own", document: blank })}
        className="mt-3 self-start"
      >
        <Plus size={18} aria-hidden /> {t("newSnippet")}
      </Button>
      {open && (
        <SnippetDialog
          draft={open}
          languages={languages}
          mayShare={mayManage}
          keep={actions.snippets.keep}
          onClose={() => setOpen(null)}
          onKept={() => {
            setOpen(null);
            list.tell(t("saved"));
          }}
        />
      )}
    </Panel>
  );
}

function Templates({ templates, languages, sections, mayManage, actions }: WritingRoomProps) {
  const t = useWords("writing");
  const list = useList();
  const [open, setOpen] = useState<StoryTemplate | null>(null);
  return (
    <Panel title={t("templates")} lead={t("templatesLead")}>
      <List list={list} isEmpty={templates.length === 0} none={t("templatesNone")}>
        {templates.map((template) => (
          <Row
            key={template.id}
            name={template.name}
            badges={[
              template.section ?? t("everySection"),
              template.language ? LANGUAGES[template.language].name : t("everyLanguage"),
            ]}
            onChange={mayManage ? () => setOpen(template) : null}
            onRemove={() =>
              list.act(() => actions.templates.retire({ templateId: template.id }), t("removed"))
            }
          />
        ))}
      </List>
      {open && (
        <TemplateDialog
          title={open.name}
          terms={open}
          {...{ languages, sections }}
          keep={(terms) => actions.templates.change({ templateId: open.id, ...terms })}
          onClose={() => setOpen(null)}
          onKept={() => {
            setOpen(null);
            list.tell(t("saved"));
          }}
        />
      )}
    </Panel>
  );
}

function useList() {
  const t = useWords("writing");
  const router = useRouter();
  const { problem, perform } = useAct(t("noAnswer"));
  const [told, setTold] = useState<string | null>(null);
  const tell = (sentence: string) => {
    setTold(sentence);
    router.refresh();
  };
  const act = async (ask: Parameters<typeof perform>[0], sentence: string) => {
    setTold(null);
    if ((await perform(ask)) !== null) tell(sentence);
  };
  return { problem, told, tell, act };
}

type ListProps = { list: ReturnType<typeof useList>; isEmpty: boolean; none: string; children: ReactNode };

function List({ list, isEmpty, none, children }: ListProps) {
  return (
    <>
      <ProblemBanner sentence={list.problem?.message} />
      <StatusLine tone="good">{list.told}</StatusLine>
      {isEmpty ? (
        <p className="py-3 text-ink-soft text-sm">{none}</p>
      ) : (
        <ul className="divide-y divide-line">{children}</ul>
      )}
    </>
  );
}

type RowProps = {
  name: string;
  said?: string;
  badges: string[];
  onChange: (() => void) | null;
  onRemove: () => void;
};

function Row({ name, said, badges, onChange, onRemove }: RowProps) {
  const t = useWords("writing");
  return (
    <li className="flex items-center gap-2 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-sm">
          <bdi>{name}</bdi>
          {badges.map((badge) => (
            <Badge key={badge}>
              <bdi>{badge}</bdi>
            </Badge>
          ))}
        </p>
        {said && (
          <p className="truncate text-ink-soft text-sm" dir="auto">
            {said}
          </p>
        )}
      </div>
      {onChange && (
        <>
          <IconButton label={t("change", { name })} onPress={onChange}>
            <Pencil size={16} aria-hidden />
          </IconButton>
          <IconButton label={t("remove", { name })} onPress={onRemove}>
            <Trash2 size={16} aria-hidden />
          </IconButton>
        </>
      )}
    </li>
  );
}
