/** The schema's standing blocks with what they look like at work. The schema itself needs no React. */
import type { AnyExtension, Extensions, Node } from "@tiptap/core";
import { ReactNodeViewRenderer } from "@tiptap/react";
import { EmbedView, FactBoxView, PullQuoteView } from "./box-views.client.tsx";
import { GalleryView } from "./gallery-view.client.tsx";
import { PictureView } from "./picture-view.client.tsx";

const VIEWS: Readonly<Record<string, Parameters<typeof ReactNodeViewRenderer>[0]>> = {
  picture: PictureView,
  gallery: GalleryView,
  pullQuote: PullQuoteView,
  factBox: FactBoxView,
  embed: EmbedView,
};

export function withViews(extensions: Extensions): Extensions {
  return extensions.map((extension: AnyExtension) => {
    const view = VIEWS[extension.name];
    return view ? (extension as Node).extend({ addNodeView: () => ReactNodeViewRenderer(view) }) : extension;
  });
}
