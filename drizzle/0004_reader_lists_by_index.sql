-- The first time of publication is taken from the story, where the lists' indexes are: the
-- publication's own is always the same instant. Withdrawals say their note.
create or replace view reader.stories as
  select s.id, s.number, s.family_id, s.language, s.live_section_id as section_id,
         c.slug as section_slug, c.labels as section_labels,
         p.id as publication_id, p.number as publication_number, p.printed, p.body_html,
         p.renderer_version, p.document, s.live_marks as marks,
         s.first_published_at, p.published_at, p.significant_at
    from public.stories s
    join public.publications p on p.id = s.live_publication_id
    join public.sections c on c.id = s.live_section_id
   where s.live = 'published';
--> statement-breakpoint
create or replace view reader.withdrawn as
  select s.number, s.language, s.live, n.noticed_at as withdrawn_at, n.note
    from public.stories s
    join lateral (select noticed_at, note from public.notices
                   where story_id = s.id and kind = 'withdrawal'
                   order by noticed_at desc limit 1) n on true
   where s.live in ('withdrawn', 'killed');
