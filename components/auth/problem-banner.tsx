import { Banner } from "../ui/badge.tsx";

/** Why it wasn't done, read out at once; nothing when there is nothing to say. */
export function ProblemBanner({ sentence }: { sentence: string | null | undefined }) {
  if (!sentence) return null;
  return (
    <Banner tone="bad" role="alert">
      {sentence}
    </Banner>
  );
}
