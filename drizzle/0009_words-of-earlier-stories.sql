-- Stories from before a word's stories were found by index.
update stories s set word_ids = named.ids
  from (
    select r.id as revision_id, array_agg(distinct w.id) as ids
      from revisions r
      join stories h on h.head_revision_id = r.id
      cross join lateral (
        select t.value::uuid as id from jsonb_array_elements_text(r.fields->'topicIds') t
        union all
        select (b.value->>'contributorId')::uuid from jsonb_array_elements(r.fields->'byline') b
        union all
        select (r.fields->'dateline'->>'placeId')::uuid
        union all
        select (o.value->>'agencyId')::uuid from jsonb_array_elements(r.fields->'sources') o) w
     where w.id is not null
     group by r.id) named
 where named.revision_id = s.head_revision_id;
