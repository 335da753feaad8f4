// Package graph holds the nouns of remembering: reports, meetings, edges,
// questions and answers, and the merging of reports into meetings. Stores live
// in its subpackages and share one conformance suite (graph/graphtest).
//
// # From a document to reports
//
// [Project] turns one annotated document into what every store keeps of it, so
// that two stores cannot disagree: whom it names and where, which linked
// entities stand in one sentence (each pair once a sentence, a title or caption
// repeated in the page once), and one [Report] for each meeting it tells of.
//
// # One meeting, many reports
//
// [Merge] decides which reports tell of the same occasion. Two reports may be
// one meeting (see [MayBeOne]) when all of this holds:
//
//   - documents: they come from two documents. "The king received the visitor,
//     then the crown prince did" in one paper stays two.
//   - people: each names the two principals of the other, who are the two its
//     text names first: who receives or calls, and whom. Whoever else is named
//     as present does not matter, for each paper names whom it saw fit: "the
//     king received Carter; present were the crown prince and the ambassador"
//     and "the king received Carter; present was the minister" may be one. "The
//     crown prince received Carter" is another meeting, although the first paper
//     names both: its king is missing. {Lavrov, Kerry} and {Lavrov, Jubeir} are
//     two. Whether a third was one of three who met or stood by is not told
//     apart, so that {Kerry, Lavrov, Jubeir} in one paper and {Kerry, Lavrov} in
//     another may be one; they stay two as soon as one document tells of both.
//   - mode: a call and a visit of one day stay two, and so does sitting in the
//     same conference.
//   - place: Vienna and Geneva contradict each other; Vienna and Austria do
//     not, and nothing contradicts a place that is not told.
//   - day: the days they may mean have one in common (see [Report.Window]).
//     A told day ("on Monday", "3 August") or interval means itself. A day that
//     is counted from the stamp ("yesterday") means itself and the day before,
//     for papers are stamped late and never early. Without a day, a report means
//     the days around its stamp: held, the stamp and the three days before it;
//     planned or proposed, the stamp and the seven days after it; cancelled,
//     both; denied or alleged, the stamp and the seven days before it. A report
//     with neither date nor stamp is nobody's twin.
//
// A meeting does not drift: every report of it may be one with every other. So
// nothing is joined through a third, however many stand between, and two records
// of one document never are. A chain of papers, each stamped a day later than
// the one before, is cut where its ends no longer fit. Among the ways to divide
// the reports one is taken by rule, whatever order they came in:
//
//  1. Reports of the same principals and the same day go together first. Where a
//     document makes several meetings of them, the three of them and then two of
//     the three, each other report joins those that name the people it names, or
//     nearly so.
//  2. Then the told days are taken in their order, then counted days, then
//     intervals, then reports without a date; the larger set of people first,
//     then by id. Each joins the meeting with a report that differs by the fewest
//     people, then by the fewest days, then the earlier one; or else is a meeting
//     of its own.
//     So a paper that says "yesterday" joins the day that another one tells, and
//     an undated one the nearest.
//
// Fourteen papers that print one dispatch are fourteen documents and fourteen
// sources, and one origin: quotes that share seven tenths of their runs of three
// words are copies of one text.
//
// # What happened, when reports disagree
//
// The first line that fits gives the status of a meeting:
//
//	reports say                                  status
//	any held                                     held
//	any alleged                                  alleged
//	planned or proposed, then cancelled          cancelled
//	planned or proposed, then denied             denied
//	cancelled or denied, then planned, proposed  planned, else proposed
//
// "Then" is the later stamp; on the same day the refusal wins, for one can only
// call off what was planned. Of a cancellation and a denial the later wins, on
// the same day the cancellation. A meeting is disputed when one report says
// held or alleged and another denies it. No report is ever dropped.
//
// Its day is told by the reports of that status, by all where those tell none; a
// told day beats one counted from the stamp. Of several the narrowest interval
// is taken, then the one told most often, then the earliest; never the stamp.
// Its place is the one told most often among those that name a city, else a
// country.
package graph
