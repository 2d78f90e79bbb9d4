"use client";
import { useState } from "react";
import { Checkbox } from "../ui/checkbox.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useWords } from "../words.client.tsx";

type NewPasswordProps = { name: string; label: string; minLength: number; error: string | null };

/** A password to be set. It can be looked at: whoever sees what they type needs no second field. */
export function NewPassword({ name, label, minLength, error }: NewPasswordProps) {
  const t = useWords("auth");
  const [isShown, setIsShown] = useState(false);
  return (
    <div>
      <TextField
        label={label}
        description={t("join.passwordHelp", { length: minLength })}
        name={name}
        type={isShown ? "text" : "password"}
        autoComplete="new-password"
        minLength={minLength}
        maxLength={200}
        required
        dir="ltr"
        error={error}
      />
      <Checkbox label={t("showPassword")} isChecked={isShown} onChange={setIsShown} />
    </div>
  );
}
