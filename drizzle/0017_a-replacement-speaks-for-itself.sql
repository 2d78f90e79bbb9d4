-- A picture in the place of one that was pulled brings what can be said of itself: whose it is, what it
-- shows. What the text says of the other one isn't true of it. Its note on rights is the newsroom's own
-- unless it names a free licence.
create or replace view reader.pictures as
  select p.id,
         case when p.id = shown.id then shown.printable
              else shown.printable || jsonb_build_object('instead', jsonb_build_object(
                'author', shown.author, 'source', shown.source, 'credit', shown.credit,
                'rights', shown.rights,
                'rightsNote', case when shown.rights = 'free' then shown.rights_note else '' end,
                'altText', shown.alt_text,
                'sourceLabels', coalesce((select a.labels from public.agencies a
                   where exists (select 1 from jsonb_each_text(a.labels) l where lower(l.value) = lower(shown.source))
                   limit 1), '{}'::jsonb))) end as printable,
         shown.credit, (p.id <> shown.id)::int as is_replaced
    from public.pictures p
    join public.pictures shown
      on shown.id = case when p.pulled_at is null then p.id else p.replaced_by end
   where shown.pulled_at is null and shown.printable is not null
     and exists (select 1 from public.picture_uses u where u.picture_id = p.id and u.stands = 'live');
