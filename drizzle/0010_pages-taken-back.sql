-- A page about the outlet that was taken back: its address says so.
create view reader.gone_pages as
  select s.language, s.page_slug as slug, n.noticed_at as withdrawn_at
    from public.stories s
    join lateral (select noticed_at from public.notices
                   where story_id = s.id and kind = 'withdrawal'
                   order by noticed_at desc limit 1) n on true
   where s.live in ('withdrawn', 'killed') and s.kind = 'page';
--> statement-breakpoint
grant select on reader.gone_pages to dateline_reader;
