DROP INDEX "stories_desk_list";--> statement-breakpoint
DROP INDEX "stories_of_person";--> statement-breakpoint
DROP INDEX "stories_by_stage";--> statement-breakpoint
CREATE INDEX "stories_by_live" ON "stories" USING btree ("live","updated_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "stories_by_section" ON "stories" USING btree ("section_id","updated_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "stories_by_language" ON "stories" USING btree ("language","updated_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "stories_desk_list" ON "stories" USING btree ("updated_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "stories_of_person" ON "stories" USING btree ("created_by","updated_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "stories_by_stage" ON "stories" USING btree ("stage","updated_at" DESC NULLS FIRST,"id");