package lexicon

import "whomet/ner"

// Class says what a form does in a sentence.
type Class uint8

// The classes. The comment of each gives an example in either language.
const (
	None Class = iota

	// Verbs that tell of a meeting, by the parties they take.
	MeetPast       // التقى, met: subject and object
	MeetPresent    // يلتقي, meets, to meet
	MeetObject     // التقاه: subject, the object is somebody named before
	ReceivePast    // استقبل, received: host and guest
	ReceivePresent // يستقبل
	ReceiveObject  // استقبله
	GatherPast     // اجتمع: with مع or ب
	GatherPresent  // يجتمع
	DiscussPast    // بحث, ناقش: a meeting only with مع
	DiscussPresent // يبحث
	SpeakPast      // spoke: a meeting only with or to somebody, or by phone
	SpeakPresent   // speak
	CallPast       // هاتف, phoned
	CallPresent    // يهاتف
	HoldPast       // عقد, أجرى, held: a meeting only with a meeting noun behind it
	HoldPresent    // يعقد, يجري
	CalledByPast   // تلقى: with a call behind it, the caller follows من
	VisitPast      // زار: a meeting only when a person is the object
	VisitPresent   // يزور

	// Nouns.
	MeetingNoun   // لقاء, محادثات, talks
	MeetingPoss   // لقائه, محادثاته: a pronoun is the subject
	MeetingPair   // لقائهما: both were named before
	MeetingDirect // استقبال, لقاء: of those the ones that take whom was met as their object
	MeetingMatch  // لقاء, اللقاء: of those the ones that in sport are a match
	TheMeeting    // اللقاء, الاجتماع: the one told of before
	TheCall       // الاتصال: the call told of before
	CallNoun      // اتصال هاتفي, phone call
	CallPoss      // اتصاله
	PressNoun     // مؤتمر صحافي مشترك: joint press conference
	ConferenceN   // مؤتمر, قمة, summit: several take part without a word of the two talking
	Hosts         // تستضيف, hosts: the town beside it is where a conference is
	Welcome       // في استقباله, في وداعه: who follows met him
	WelcomeOf     // في استقبال X: the guest follows, then who met him
	Attended      // حضر اللقاء: who follows was present
	Presence      // بحضور, in the presence of
	TookPart      // شارك في, took part in
	PhoneHint     // هاتفيا, by phone: makes the mode phone
	VideoHint     // عبر الفيديو

	// What changes the status of the cue in its scope.
	Negation   // لم, لا, not
	NegFuture  // لن, will not
	Future     // سوف, من المقرر, will
	BeforeMark // قبل, قبيل, ahead of
	AfterMark  // بعد, عقب, after
	Purpose    // بهدف, in order to
	During     // خلال, during: what is told of it shares its time
	FutureVerb // سنعبر: any verb with the س of the future, found by its form
	Denial     // نفى, denied
	Refusal    // رفض, refused
	Doubt      // زعم, أنباء عن, reportedly
	Cancel     // ألغى, تأجيل, cancelled
	Propose    // دعا إلى, اقترح, invited
	Condition  // لو, if
	Question   // هل, ما إذا: whether it was is asked, and not told
	Past       // كان, had: recalls

	// What ends or turns a clause.
	Speech      // قال, أعلن, said
	Tells       // told, assured: somebody who was spoken to follows
	HisSaying   // قوله: whose it is said before
	Relative    // الذي, who
	RelativeWho // الذي, who: of those the ones that follow a person
	Break       // حيث, فيما, while
	Topic       // حول, بشأن, about: names behind it are what was spoken of
	With        // مع, with
	Among       // من بينهم: of a group, those with names
	Between     // بين, between
	From        // من
	To          // إلى
	In          // في, in
	And         // and
	Behalf      // نيابة عن
	Greeting    // تحيات, برقية: who sends them is absent
	GreetVerb   // هنأ: of those the verbs, whose subject is present
	Company     // برفقة, يرافقه: whoever merely comes along
	LedBy       // برئاسة, headed by: who follows is of the party
	Arrive      // وصل, arrived: the town that follows is where he then is
	Depart      // غادر, departed: the town that follows is where he was
	Pronoun     // he: the subject told before
	Sole        // the first, the only one to meet him: he did
	Separately  // كلا على حدة, separately
	Both        // كلا من, كل من, both
	Occasion    // على هامش: a new event beside another
	Elsewhere   // مباراة, مقابلة تلفزيونية: a meeting of another kind (rule 8)
	Ceremony    // حفل, افتتاح: to be at the same one is no meeting (rule 11)

	// Titles.
	Honorific    // الأمير, الدكتور, Mr
	OfficeHead   // وزير, مدير: begins the title of somebody nobody listed
	Former       // السابق, former
	Acting       // بالوكالة, acting
	Epithet      // الدائم, الحالي: stands between an office and what completes it
	Elect        // President-elect: not yet in the office
	HisWord      // his: of the man told before
	Counterpart  // نظيره
	Counterparts // نظيريه
	BareOffice   // الوزير, the minister: somebody named before
	BareMinister // الوزير, the minister: of those the ones that mean a minister of anything
	PronounTitle // pronountitle:1 سموه: stands for the man of that form of address
	Address      // address:1 سمو: the form of address itself
	TheTwo       // الجانبان, الوزيران, the two: both were named before
	Delegation   // وفد, delegation
	Group        // قادة, وزراء: people without names
	Affairs      // لشؤون: what an office is for, behind its head
	Post         // منصب, post of: behind it stands an office, and not the man in it

	// Calendar.
	Month      // month:8
	Hijri      // hijri:10
	Weekday    // weekday:1, Sunday is 0
	RelDay     // day:-1 yesterday
	RelWeek    // week:-1 last week
	RelMonth   // relmonth:-1
	RelYear    // relyear:-1
	LastWord   // الماضي: the one before
	NextWord   // المقبل: the one to come
	DayWord    // يوم
	YearWord   // عام, سنة
	Since      // منذ, since: the day behind it is when something began
	CityWord   // مدينة, city of: what follows is a place
	District   // قضاء, ناحية: of those that are never part of the name of the place
	CapitalCue // العاصمة: the place that follows, or with a nisba the capital itself
	Home       // البلاد, المملكة: the country of whoever is visited there
	Venue      // قصر, مطار: a name behind it is no person
	OwnSeat    // مكتبه: his office, which is where his title says
	Dispatch   // أوفد: who follows last is sent, and does what the words behind say
	VenueKind  // التخصصي: behind a name it says that a venue is called after him

	NotAName  // مسقط رأسه, ريال مدريد: holds a name and is none
	Furniture // سمات: begins the line of tags under an article, which is no text
	Of        // of: English genitive
	Owner     // حكومة, مكتب: a name behind it is inside another's title

	// Words by which names are told from the rest.
	ChainWord  // بن: joins a father's name
	FamilyWord // آل, أبو, van: belongs to the word behind it
	NameTail   // الدين: makes one name with the word before it, صلاح الدين
	GivenName  // محمد: may begin a person's name
	Sport      // مباراة, لاعب: many of them make an article one of sport
	CommonWord // a word that never continues a name
	numClasses
)

var names = [numClasses]string{
	MeetPast: "meet.past", MeetPresent: "meet.present", MeetObject: "meet.object",
	ReceivePast: "receive.past", ReceivePresent: "receive.present", ReceiveObject: "receive.object",
	GatherPast: "gather.past", GatherPresent: "gather.present",
	DiscussPast: "discuss.past", DiscussPresent: "discuss.present",
	SpeakPast: "speak.past", SpeakPresent: "speak.present", CallPast: "call.past", CallPresent: "call.present", CalledByPast: "calledby.past",
	HoldPast: "hold.past", HoldPresent: "hold.present",
	VisitPast: "visit.past", VisitPresent: "visit.present",
	MeetingNoun: "meeting.noun", MeetingPoss: "meeting.poss", MeetingPair: "meeting.pair", MeetingDirect: "meeting.object", MeetingMatch: "meeting.match", TheMeeting: "meeting.the",
	TheCall: "call.the", CallNoun: "call.noun", CallPoss: "call.poss", PressNoun: "press.noun", ConferenceN: "conference.noun", Hosts: "town.hosts",
	Welcome: "welcome", WelcomeOf: "welcome.of", Attended: "attended", Presence: "presence", TookPart: "tookpart", PhoneHint: "phone", VideoHint: "video",
	Negation: "negation", NegFuture: "negation.future", Future: "future", BeforeMark: "before", AfterMark: "after",
	Purpose: "purpose", During: "during", FutureVerb: "future.verb", Denial: "denial", Refusal: "refusal", Doubt: "doubt", Cancel: "cancel", Propose: "propose", Condition: "condition", Question: "question", Past: "past",
	Speech: "speech", Tells: "tells", HisSaying: "saying.his", Relative: "relative", RelativeWho: "relative.who", Break: "break", Topic: "topic", With: "with", Among: "among", Between: "between", From: "from", To: "to",
	In: "in", And: "and", Behalf: "behalf", Greeting: "greeting", GreetVerb: "greeting.verb", Company: "company", LedBy: "ledby", Arrive: "arrive", Depart: "depart", YearWord: "yearword", Since: "since", Pronoun: "pronoun", Sole: "sole", Separately: "separately", Both: "both",
	Occasion: "occasion", Elsewhere: "elsewhere", Ceremony: "ceremony",
	Honorific: "honorific", OfficeHead: "office", Former: "former", Acting: "acting", Epithet: "epithet", Elect: "elect", HisWord: "his", Counterpart: "counterpart", Counterparts: "counterparts",
	BareOffice: "bareoffice", BareMinister: "bareoffice.minister", PronounTitle: "pronountitle", Address: "address", TheTwo: "thetwo", Delegation: "delegation", Group: "group", Affairs: "affairs", Post: "post",
	Month: "month", Hijri: "hijri", Weekday: "weekday", RelDay: "day", RelWeek: "week", RelMonth: "relmonth", RelYear: "relyear",
	LastWord: "last", NextWord: "next", DayWord: "dayword", CityWord: "cityword", District: "cityword.district", CapitalCue: "capital", Home: "home", Venue: "venue", OwnSeat: "seat.own", Dispatch: "dispatch", VenueKind: "venue.kind",
	NotAName: "notaname", Furniture: "furniture", Of: "of", Owner: "owner", ChainWord: "name.chain", FamilyWord: "name.family", NameTail: "name.tail",
	GivenName: "given", Sport: "sport", CommonWord: "common",
}

var byName = func() map[string]Class {
	m := make(map[string]Class, numClasses)
	for c := Class(1); c < numClasses; c++ {
		m[names[c]] = c
	}
	return m
}()

// String is the name the class has in the tables.
func (c Class) String() string { return names[c] }

func (c Class) takesValue() bool {
	switch c {
	case Month, Hijri, Weekday, RelDay, RelWeek, RelMonth, RelYear, PronounTitle, Address:
		return true
	}
	return false
}

// clitics says what an Arabic form of the class may carry: every word may follow
// و or ف, a present verb takes the س of the future, a noun the prepositions.
func (c Class) clitics() ner.Clitic {
	cl := ner.Waw | ner.Fa
	switch c {
	case MeetPresent, ReceivePresent, GatherPresent, DiscussPresent, SpeakPresent, CallPresent, HoldPresent, VisitPresent:
		cl |= ner.Sin | ner.Lam // ليلتقي: in order to meet
	case MeetingNoun, MeetingPoss, MeetingPair, TheMeeting, TheCall, CallNoun, CallPoss, PressNoun, ConferenceN,
		Honorific, OfficeHead, Counterpart, Counterparts, BareOffice, Delegation, Month, Hijri, Weekday, DayWord,
		CityWord, CapitalCue, Venue, GivenName, Both, Owner, PronounTitle, Address, Post, Group, OwnSeat:
		cl |= ner.Ba | ner.Lam | ner.Kaf
	}
	if c == OfficeHead || c == Venue {
		cl |= ner.Al
	}
	return cl
}

// Verb reports whether the class is a verb that tells of a meeting.
func (c Class) Verb() bool { return c >= MeetPast && c <= VisitPresent }

// Plain reports whether the class says nothing of a meeting: its words are
// words like any other to those around them.
func (c Class) Plain() bool {
	switch c {
	case Home, Sport, Affairs, Post, BareMinister, VenueKind, NameTail, OwnSeat, Dispatch:
		return true
	}
	return false
}

// Present reports whether the class is a verb in the present, which with س or a
// mark of the future is a plan.
func (c Class) Present() bool {
	switch c {
	case MeetPresent, ReceivePresent, GatherPresent, DiscussPresent, SpeakPresent, CallPresent, HoldPresent, VisitPresent:
		return true
	}
	return false
}
