-- Which sitemaps there are, for stories that went out before anybody wrote it down.
insert into sitemap_months (language, month, changed_at)
  select s.language, to_char(s.first_published_at at time zone 'UTC', 'YYYY-MM'), max(p.published_at)
    from stories s
    join publications p on p.id = s.live_publication_id
   where s.live = 'published' and s.kind = 'story'
   group by 1, 2;
--> statement-breakpoint
-- A month whose last story was taken back has no sitemap.
create view reader.sitemap_months as
  select m.language, m.month, m.changed_at
    from public.sitemap_months m
   where exists (select 1 from public.stories s
                  where s.live = 'published' and s.kind = 'story' and s.language = m.language
                    and s.first_published_at >= (m.month || '-01')::timestamp at time zone 'UTC'
                    and s.first_published_at < ((m.month || '-01')::timestamp + interval '1 month') at time zone 'UTC');
--> statement-breakpoint
grant select on reader.sitemap_months to dateline_reader;
