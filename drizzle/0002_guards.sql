-- What drizzle-kit can't express: append-only tables, and the only door that readers have.

create function refuse_rewrite() returns trigger language plpgsql as $f$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $f$;
--> statement-breakpoint
create trigger revisions_append_only before update on revisions
  for each row execute function refuse_rewrite();
--> statement-breakpoint
create trigger events_append_only before update or delete on events
  for each row execute function refuse_rewrite();
--> statement-breakpoint
create trigger notices_append_only before update or delete on notices
  for each row execute function refuse_rewrite();
--> statement-breakpoint
-- A publication is immutable but for its derived HTML, which may be printed again.
create function refuse_rewrite_of_publication() returns trigger language plpgsql as $f$
begin
  if tg_op = 'DELETE' or
     to_jsonb(new) - array['body_html', 'renderer_version'] is distinct from
     to_jsonb(old) - array['body_html', 'renderer_version'] then
    raise exception 'publications are immutable' using errcode = 'restrict_violation';
  end if;
  return new;
end $f$;
--> statement-breakpoint
create trigger publications_immutable before update or delete on publications
  for each row execute function refuse_rewrite_of_publication();
--> statement-breakpoint
alter table stories add constraint stories_head_revision foreign key (head_revision_id)
  references revisions (id) deferrable initially deferred;
--> statement-breakpoint
alter table stories add constraint stories_live_publication foreign key (live_publication_id)
  references publications (id) deferrable initially deferred;
--> statement-breakpoint
create schema reader;
--> statement-breakpoint
create view reader.stories as
  select s.id, s.number, s.family_id, s.language, s.live_section_id as section_id,
         c.slug as section_slug, c.labels as section_labels,
         p.id as publication_id, p.number as publication_number, p.printed, p.body_html,
         p.renderer_version, p.document, s.live_marks as marks,
         p.first_published_at, p.published_at, p.significant_at
    from public.stories s
    join public.publications p on p.id = s.live_publication_id
    join public.sections c on c.id = s.live_section_id
   where s.live = 'published';
--> statement-breakpoint
create view reader.withdrawn as
  select s.number, s.language, s.live, n.noticed_at as withdrawn_at
    from public.stories s
    join lateral (select noticed_at from public.notices
                   where story_id = s.id and kind = 'withdrawal'
                   order by noticed_at desc limit 1) n on true
   where s.live in ('withdrawn', 'killed');
--> statement-breakpoint
create view reader.notices as
  select n.id, n.story_id, n.kind, n.noticed_at, n.note, n.block_id
    from public.notices n
    join public.stories s on s.id = n.story_id and s.live = 'published'
   where n.kind <> 'withdrawal';
--> statement-breakpoint
create view reader.sections as
  select id, slug, labels, position from public.sections where retired_at is null;
--> statement-breakpoint
create view reader.outlet as select version, settings from public.outlet;
--> statement-breakpoint
-- The reader role is one per server, not per database. It can read the five views and nothing else.
do $$ begin
  create role dateline_reader nologin;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
grant usage on schema reader to dateline_reader;
--> statement-breakpoint
grant select on all tables in schema reader to dateline_reader;
--> statement-breakpoint
do $$ begin
  execute format('grant dateline_reader to %I', current_user);
exception when others then null; -- a superuser needs no membership; PostgreSQL 16+ grants it to the creator
end $$;
