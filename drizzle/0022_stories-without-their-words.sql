-- Live stories without their words: what the questions for stories before, after and beside another
-- one look through. Two joins fewer each than reader.stories, and each is set up for every answer.
create view reader.catalogue as
  select s.id, s.family_id, s.language, s.live_section_id as section_id, s.first_published_at
    from public.stories s
   where s.live = 'published' and s.kind = 'story';
--> statement-breakpoint
-- Earlier addresses that lead to a path, whichever story stands there.
create view reader.moved_paths as
  select r.from_path, r.to_path from public.redirects r where r.to_path is not null;
--> statement-breakpoint
grant select on reader.catalogue, reader.moved_paths to dateline_reader;
