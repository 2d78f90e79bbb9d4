"use client";
import { Ellipsis } from "lucide-react";
import type { PersonRow } from "#domain/users/list-people.ts";
import { SEEDED_ROLE_NAMES, type SeededRole } from "#domain/vocabulary.ts";
import { faceSrc } from "../media/face-src.ts";
import { Time } from "../time.client.tsx";
import { Badge } from "../ui/badge.tsx";
import { Face } from "../ui/face.tsx";
import { IconButton } from "../ui/icon-button.client.tsx";
import { Link } from "../ui/link.tsx";
import { Menu, type MenuChoice } from "../ui/menu.client.tsx";
import { Select } from "../ui/select.tsx";
import { Table } from "../ui/table.tsx";
import { useWords } from "../words.client.tsx";

type PeopleTableProps = {
  people: PersonRow[];
  ownId: string;
  timeZone: string;
  onRole: (person: PersonRow, from: SeededRole, to: SeededRole) => void;
  onEndSessions: (person: PersonRow) => void;
  onRecovery: (person: PersonRow) => void;
  onSuspend: (person: PersonRow) => void;
  onRestore: (person: PersonRow) => void;
};

const seededRole = (role: string | null) => SEEDED_ROLE_NAMES.find((name) => name === role) ?? null;

/** Everybody with an account, one row each. */
export function PeopleTable({ people, ownId, timeZone, ...on }: PeopleTableProps) {
  const t = useWords("admin");
  const choices = SEEDED_ROLE_NAMES.map((role) => ({ value: role, label: t(`roles.${role}`) }));

  function thingsToDo(person: PersonRow): MenuChoice[] {
    const history = { id: "history", label: t("people.history"), href: `/admin/people/${person.personId}` };
    if (person.suspendedAt) {
      return [history, { id: "restore", label: t("people.restore"), onAction: () => on.onRestore(person) }];
    }
    const always: MenuChoice[] = [
      history,
      { id: "recovery", label: t("people.recovery"), onAction: () => on.onRecovery(person) },
      { id: "sessions", label: t("people.endSessions"), onAction: () => on.onEndSessions(person) },
    ];
    if (person.personId === ownId) return always;
    const suspend = { id: "suspend", label: t("people.suspend"), isDanger: true };
    return [...always, { ...suspend, onAction: () => on.onSuspend(person) }];
  }

  return (
    <Table
      caption={t("people.title")}
      rows={people}
      rowKey={({ personId }) => personId}
      empty={t("people.searchNone")}
      columns={[
        {
          heading: t("people.name"),
          isRowHeader: true,
          cell: (person) => (
            <span className="flex items-center gap-3">
              <Face src={faceSrc(person.pictureId)} name={person.name} className="size-9 text-sm" />
              <span className="min-w-0">
                <span className="flex flex-wrap items-center gap-2 font-medium">
                  <Link
                    href={`/admin/people/${person.personId}`}
                    className="inline-flex min-h-11 items-center underline-offset-2 hover:underline sm:pointer-fine:min-h-0"
                  >
                    <bdi>{person.name}</bdi>
                  </Link>
                  {person.personId === ownId && <Badge>{t("people.you")}</Badge>}
                  {person.suspendedAt && <Badge tone="bad">{t("people.suspended")}</Badge>}
                </span>
                <bdi className="block break-all text-ink-soft text-sm">{person.email}</bdi>
              </span>
            </span>
          ),
        },
        {
          heading: t("people.role"),
          cell: (person) => {
            const role = seededRole(person.role);
            if (role === null) return person.role ?? t("roles.none");
            return (
              <Select
                label={t("people.roleOf", { name: person.name })}
                labelIsHidden
                choices={choices}
                value={role}
                disabled={person.suspendedAt !== null}
                onChange={(to) => on.onRole(person, role, to)}
                fieldClassName="inline-flex w-36"
              />
            );
          },
        },
        {
          heading: t("people.seen"),
          cell: ({ lastSeenAt }) =>
            lastSeenAt ? <Time at={lastSeenAt} timeZone={timeZone} /> : t("people.never"),
        },
        {
          heading: t("people.sessions"),
          cell: ({ openSessions }) => t("people.sessionCount", { count: openSessions }),
        },
        {
          heading: t("people.more", { name: "" }),
          headingIsHidden: true,
          className: "sm:text-end",
          cell: (person) => (
            <Menu label={t("people.more", { name: person.name })} items={thingsToDo(person)}>
              <IconButton label={t("people.more", { name: person.name })}>
                <Ellipsis size={20} aria-hidden />
              </IconButton>
            </Menu>
          ),
        },
      ]}
    />
  );
}
