import { countShare } from "#server/sharing/count-share.ts";

type Context = { params: Promise<{ number: string; channel: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { number, channel } = await params;
  return countShare(request, number, channel);
}
