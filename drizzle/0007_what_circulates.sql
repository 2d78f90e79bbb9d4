-- What drizzle-kit can't express of a complete outlet: readers' views, rights of seeded roles, first lists.

-- Pages about the outlet stand at addresses of their own and in no list of stories.
create or replace view reader.stories as
  select s.id, s.number, s.family_id, s.language, s.live_section_id as section_id,
         c.slug as section_slug, c.labels as section_labels,
         p.id as publication_id, p.number as publication_number, p.printed, p.body_html,
         p.renderer_version, p.document, s.live_marks as marks,
         s.first_published_at, p.published_at, p.significant_at
    from public.stories s
    join public.publications p on p.id = s.live_publication_id
    join public.sections c on c.id = s.live_section_id
   where s.live = 'published' and s.kind = 'story';
--> statement-breakpoint
create or replace view reader.withdrawn as
  select s.number, s.language, s.live, n.noticed_at as withdrawn_at, n.note
    from public.stories s
    join lateral (select noticed_at, note from public.notices
                   where story_id = s.id and kind = 'withdrawal'
                   order by noticed_at desc limit 1) n on true
   where s.live in ('withdrawn', 'killed') and s.kind = 'story';
--> statement-breakpoint
create view reader.site_pages as
  select s.id, s.family_id, s.language, s.page_slug as slug, s.page_role as role, p.printed, p.body_html,
         p.renderer_version, p.document, p.published_at, p.significant_at
    from public.stories s
    join public.publications p on p.id = s.live_publication_id
   where s.live = 'published' and s.kind = 'page';
--> statement-breakpoint
create view reader.topics as
  select id, slug, labels, descriptions from public.topics where merged_into is null;
--> statement-breakpoint
create view reader.contributors as
  select id, slug, names, biography, picture_id
    from public.contributors where merged_into is null and hidden_at is null;
--> statement-breakpoint
create view reader.listings as
  select l.story_id, l.kind, l.word_id, l.language, l.first_published_at from public.story_listings l;
--> statement-breakpoint
-- A picture that was pulled is not here, or another one is here under its id.
create view reader.pictures as
  select p.id, shown.printable, shown.credit, (p.id <> shown.id)::int as is_replaced
    from public.pictures p
    join public.pictures shown
      on shown.id = case when p.pulled_at is null then p.id else p.replaced_by end
   where shown.pulled_at is null and shown.printable is not null
     and exists (select 1 from public.picture_uses u where u.picture_id = p.id and u.stands = 'live');
--> statement-breakpoint
create view reader.picture_uses as
  select picture_id, place, story_id, contributor_id from public.picture_uses where stands = 'live';
--> statement-breakpoint
create view reader.share_cards as
  select distinct on (c.story_id) c.story_id, c.publication_id, c.name, c.width, c.height
    from public.share_cards c
    join public.stories s on s.id = c.story_id and s.live = 'published'
    left join public.pictures p on p.id = c.picture_id
   where p.pulled_at is null
   order by c.story_id, c.created_at desc;
--> statement-breakpoint
-- A file is public while a live page shows its picture and the picture names it as printable.
create view reader.media as
  select r.name, r.picture_id, null::bigint as story_number
    from public.renditions r
    join public.pictures p on p.id = r.picture_id and p.pulled_at is null
   where p.printable->'files' @> jsonb_build_array(jsonb_build_object('name', r.name))
     and (exists (select 1 from public.picture_uses u where u.picture_id = p.id and u.stands = 'live')
      or exists (select 1 from public.pictures o
                   join public.picture_uses u on u.picture_id = o.id and u.stands = 'live'
                  where o.replaced_by = p.id and o.pulled_at is not null))
  union all
  select c.name, c.picture_id, s.number
    from public.share_cards c
    join public.stories s on s.id = c.story_id and s.live = 'published'
    left join public.pictures p on p.id = c.picture_id
   where p.pulled_at is null;
--> statement-breakpoint
create view reader.redirects as
  select r.from_path, r.to_path, s.number as story_number, s.language, s.section_slug, s.printed->>'slug' as slug
    from public.redirects r
    left join reader.stories s on s.id = r.story_id;
--> statement-breakpoint
create view reader.share_totals as
  select c.story_id, sum(c.shares)::int as shares
    from public.share_counts c group by c.story_id;
--> statement-breakpoint
grant select on all tables in schema reader to dateline_reader;
--> statement-breakpoint
-- Roles are data: those that an outlet was opened with get what their new namesakes are seeded with.
update roles set permissions = permissions || array['picture.upload']
 where id in ('reporter', 'editor', 'admin') and not 'picture.upload' = any(permissions);
--> statement-breakpoint
update roles set permissions = permissions || array['picture.edit', 'picture.pull', 'words.manage']
 where id in ('editor', 'admin') and not 'picture.edit' = any(permissions);
--> statement-breakpoint
update roles set permissions = permissions || array['page.create']
 where id = 'admin' and not 'page.create' = any(permissions);
--> statement-breakpoint
-- Stories that went out before there were lists of topics and bylines.
insert into story_listings (story_id, kind, word_id, language, first_published_at)
  select distinct s.id, w.kind, w.word_id, s.language, s.first_published_at
    from stories s
    join publications p on p.id = s.live_publication_id
    cross join lateral (
      select 'topic' as kind, t.value::uuid as word_id from jsonb_array_elements_text(p.fields->'topicIds') t
      union all
      select 'byline', (b.value->>'contributorId')::uuid from jsonb_array_elements(p.fields->'byline') b) w
   where s.live = 'published' and s.kind = 'story';
