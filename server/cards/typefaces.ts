/** For fontconfig: none of the machine's typefaces, and no notes left anywhere but in our own folder. */
export function onlyOurs(fonts: string, folder: string): string {
  return (
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">` +
    `<fontconfig><dir>${escaped(fonts)}</dir><cachedir>${escaped(folder)}</cachedir></fontconfig>`
  );
}

const escaped = (path: string) => path.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
