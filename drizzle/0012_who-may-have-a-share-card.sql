-- Files of pictures that readers may have: while a live page shows the picture and it names them as printable.
create view reader.picture_files as
  select r.name, r.picture_id
    from public.renditions r
    join public.pictures p on p.id = r.picture_id and p.pulled_at is null
   where p.printable->'files' @> jsonb_build_array(jsonb_build_object('name', r.name))
     and (exists (select 1 from public.picture_uses u where u.picture_id = p.id and u.stands = 'live')
      or exists (select 1 from public.pictures o
                   join public.picture_uses u on u.picture_id = o.id and u.stands = 'live'
                  where o.replaced_by = p.id and o.pulled_at is not null));
--> statement-breakpoint
-- A card may be had as long as the story is live and the file that it was made of may be had. So a
-- pulled, blurred or taken out picture leaves the cards with the pages; others stay where they were shared.
create or replace view reader.media as
  select f.name, f.picture_id, null::bigint as story_number from reader.picture_files f
  union all
  select c.name, c.picture_id, s.number
    from public.share_cards c
    join public.stories s on s.id = c.story_id and s.live = 'published'
   where c.picture_id is null
      or exists (select 1 from reader.picture_files f where f.name = c.source_name and f.picture_id = c.picture_id);
--> statement-breakpoint
-- The card that a story's page names: its newest, while it may be had and no correction came after it.
create or replace view reader.share_cards as
  select c.story_id, c.publication_id, c.name, c.width, c.height
    from (select distinct on (n.story_id) n.* from public.share_cards n
           order by n.story_id, n.created_at desc) c
    join public.stories s on s.id = c.story_id and s.live = 'published'
    join public.publications p on p.id = c.publication_id
   where (c.picture_id is null
      or exists (select 1 from reader.picture_files f where f.name = c.source_name and f.picture_id = c.picture_id))
     and not exists (select 1 from public.publications q
                      where q.story_id = c.story_id and q.number > p.number and q.kind = 'correction');
--> statement-breakpoint
grant select on reader.picture_files to dateline_reader;
