-- The worker listens: an order in the outbox is handed over as soon as it is committed.
create function wake_worker() returns trigger language plpgsql as $f$
begin
  notify outbox;
  return null;
end $f$;
--> statement-breakpoint
create trigger outbox_wakes_worker after insert on outbox
  for each statement execute function wake_worker();
