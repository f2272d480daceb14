// Reads a calendar with the `ical.js` library, as a calendar program would, and prints every occasion, in UTC:
// node occurrences.mjs FILE
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));

const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
for (const event of events.filter((each) => each.isRecurrenceException())) {
  events.find((each) => each.uid === event.uid && !each.isRecurrenceException()).relateException(event);
}

const at = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
const told = (item, start, end) => ({
  uid: item.uid,
  title: item.summary,
  start: at(start),
  end: at(end),
  place: item.location,
  status: item.component.getFirstPropertyValue("status"),
  sequence: item.sequence,
});

const found = [];
for (const event of events.filter((each) => !each.isRecurrenceException())) {
  if (!event.isRecurring()) {
    found.push(told(event, event.startDate, event.endDate));
    continue;
  }
  const occasions = event.iterator();
  for (let next = occasions.next(); next; next = occasions.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    found.push(told(item, startDate, endDate));
  }
}
process.stdout.write(JSON.stringify(found));
