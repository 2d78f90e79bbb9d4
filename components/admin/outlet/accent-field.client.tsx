"use client";
import type { Brand } from "#db/shapes.ts";
import { accentOf } from "#domain/brand/accent.ts";
import { HEX_COLOUR, type Mode, readable, troubleWithAccent } from "#domain/brand/contrast.ts";
import { Button } from "../../ui/button.client.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../words.client.tsx";

type AccentFieldProps = {
  mode: Mode;
  brand: Brand;
  /** Null: what goes without saying. */
  onChange: (colour: string | null) => void;
  error: string | null;
};

/** A colour by its digits or by the machine's own picker; one that can't be read offers one that can. */
export function AccentField({ mode, brand, onChange, error }: AccentFieldProps) {
  const t = useWords("outlet");
  const chosen = brand.accent?.[mode] ?? null;
  const shown = chosen ?? accentOf({ ...brand, accent: dropped(brand, mode) })[mode];
  const isWhole = chosen !== null && HEX_COLOUR.test(chosen);
  const trouble = isWhole ? troubleWithAccent(chosen, mode) : null;
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="flex w-full items-end gap-2">
        <TextField
          label={t(`colours.${mode}`)}
          description={chosen === null ? t(`colours.${mode}Help`) : undefined}
          value={chosen ?? ""}
          placeholder={shown}
          onChange={(text) => onChange(text.trim() === "" ? null : text.trim().toLowerCase())}
          maxLength={7}
          dir="ltr"
          spellCheck={false}
          autoComplete="off"
          error={trouble ?? error}
          fieldClassName="flex min-w-0 flex-1 flex-col gap-1.5"
        />
        <input
          type="color"
          aria-label={t("colours.pick", { mode: t(`colours.${mode}`) })}
          value={HEX_COLOUR.test(shown) ? shown : "#000000"}
          onChange={(event) => onChange(event.currentTarget.value)}
          className="h-11 w-14 shrink-0 cursor-pointer self-end rounded-field border border-edge bg-page p-1"
        />
      </div>
      <div className="flex flex-wrap gap-2">
        {trouble && isWhole && (
          <Button size="small" onPress={() => onChange(readable(chosen, mode))}>
            {t("colours.take", { colour: readable(chosen, mode) })}
          </Button>
        )}
        {chosen !== null && (
          <Button size="small" onPress={() => onChange(null)}>
            {t("colours.drop")}
          </Button>
        )}
      </div>
    </div>
  );
}

function dropped({ accent }: Brand, mode: Mode): NonNullable<Brand["accent"]> {
  return { light: accent?.light ?? null, dark: accent?.dark ?? null, [mode]: null };
}
