DROP INDEX "events_newest";--> statement-breakpoint
CREATE INDEX "events_of_subject" ON "events" USING btree ("subject_id","happened_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "events_newest" ON "events" USING btree ("happened_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);