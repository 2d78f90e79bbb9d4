"use client";
import { Copy } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { X_MOST, xPostLength } from "#domain/sharing/copy-text.ts";
import type { Sharing } from "#domain/sharing/find-sharing.ts";
import { type CopyChannel, LANGUAGES } from "#domain/vocabulary.ts";
import { useAct } from "../../auth/use-act.ts";
import { Button } from "../../ui/button.client.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.client.tsx";
import { StatusLine } from "../../ui/status-line.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";
import { useStory } from "../story-context.ts";
import { CardPreview } from "./card-preview.client.tsx";
import { PostDialog } from "./post-dialog.client.tsx";

type CopyDialogProps = { channel: CopyChannel; onClose: () => void };

/** The story's text for one channel, as it will look there; it may be changed before it is copied. */
export function CopyDialog({ channel, onClose }: CopyDialogProps) {
  const { desk, actions } = useStory();
  const t = useWords("desk");
  const { problem, perform } = useAct(t("noAnswer"));
  const [sharing, setSharing] = useState<Sharing | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [said, setSaid] = useState<"copied" | "notCopied" | null>(null);
  const [isPosting, setPosting] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const { id: storyId, language } = desk.story;
  const { direction } = LANGUAGES[language];
  const open = actions.openSharing;
  const look = useCallback(async () => {
    const found = await perform(() => open({ storyId }));
    if (found) setSharing(found);
  }, [perform, open, storyId]);
  useEffect(() => void look(), [look]);

  if (isPosting) return <PostDialog channel={channel} onClose={onClose} />;
  const name = t(`sharing.channel.${channel}`);
  const text = typed ?? sharing?.texts[channel] ?? "";
  function copy() {
    const field = area.current?.querySelector("textarea");
    // An address without https has no clipboard to offer: the text is chosen, ready for the keys.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
    written.then(
      () => setSaid("copied"),
      () => {
        field?.select();
        setSaid("notCopied");
      },
    );
  }
  return (
    <Dialog title={t("sharing.copyForChannel", { channel: name })} isOpen onClose={onClose}>
      {problem && <StatusLine tone="bad">{problem.message}</StatusLine>}
      {sharing && (
        <div className="flex flex-col gap-3" ref={area}>
          <TextArea
            label={t("sharing.text")}
            value={text}
            onChange={(next) => {
              setTyped(next);
              setSaid(null);
            }}
            rows={4}
            lang={language}
            dir={direction}
            description={
              channel === "telegram" || channel === "whatsapp"
                ? t("sharing.bold", { channel: name })
                : undefined
            }
            error={channel === "x" ? tooLong(text, sharing.url, t) : undefined}
          />
          {channel === "x" && (
            <p className="text-ink-soft text-sm">
              {t("sharing.length", { count: xPostLength(text, sharing.url), most: X_MOST })}
            </p>
          )}
          <CardPreview sharing={sharing} language={language} onLook={() => void look()} />
        </div>
      )}
      <StatusLine tone={said === "notCopied" ? "bad" : "good"}>{said && t(`sharing.${said}`)}</StatusLine>
      <DialogActions>
        {desk.may.keepPosts && <Button onPress={() => setPosting(true)}>{t("sharing.posted")}</Button>}
        <Button variant="primary" isDisabled={!sharing} onPress={copy}>
          <Copy size={16} aria-hidden /> {t("sharing.copyForChannel", { channel: name })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function tooLong(text: string, url: string, t: ReturnType<typeof useWords<"desk">>): string | undefined {
  const count = xPostLength(text, url);
  return count > X_MOST ? t("sharing.length", { count, most: X_MOST }) : undefined;
}
