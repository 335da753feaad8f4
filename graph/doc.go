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
//   - people: one set lies inside the other, two people or more in common.
//     {Lavrov, Kerry} and {Lavrov, Kerry, Jubeir} may be one; {Lavrov, Kerry}
//     and {Lavrov, Jubeir} may not.
//   - mode: a call and a visit of one day stay two, and so does sitting in the
//     same conference.
//   - place: Vienna and Geneva contradict each other; Vienna and Austria do
//     not, and nothing contradicts a place that is not told.
//   - day: the days they may mean have one in common. A told day or interval
//     means itself. Without one, a report means the days around its stamp:
//     held, the stamp and the three days before it; planned or proposed, the
//     stamp and the seven days after it; cancelled, both; denied or alleged,
//     the stamp and the seven days before it. A report with neither date nor
//     stamp is nobody's twin.
//   - papers are stamped late: the same words without a figure that give two
//     days, one apart, are counted from two stamps ("yesterday" in a paper of
//     the 4th and in one of the 5th) and may be one day. A weekday cannot: the
//     same one is never the next day.
//
// Every report of a meeting may be one with every other, so nothing is joined
// through a third, and two records of one document never are. Among the ways
// to divide the reports one is taken by rule, whatever order they came in:
//
//  1. Reports of the same people on the same told day go together first. The
//     crown prince's own reception finds its like in other papers before the
//     king's, at which he was present, can take them.
//  2. Then the told days are taken in their order, then told intervals, then
//     reports without a date; the larger set of people first, then by id. Each
//     joins the meeting that differs by the fewest people, then by the fewest
//     days, then the earlier one; or else is a meeting of its own.
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
// Its day is the narrowest interval told by reports of that status (by all,
// where those tell none), of several the one told most often, then the
// earliest; never the stamp. Its place is the one told most often among those
// that name a city, else a country.
package graph
