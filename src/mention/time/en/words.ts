import { readTimePhrases, readTimeWords, type TimeLexicon } from '../lexicon.ts'

const WORDS = `
month	1	january jan
month	2	february feb
month	3	march mar
month	4	april apr
month	5	may
month	6	june jun
month	7	july jul
month	8	august aug
month	9	september sept sep
month	10	october oct
month	11	november nov
month	12	december dec
weekday	1	monday mon mondays
weekday	2	tuesday tues tue tuesdays
weekday	3	wednesday wed wednesdays
weekday	4	thursday thurs thur thu thursdays
weekday	5	friday fri fridays
weekday	6	saturday sat saturdays
weekday	7	sunday sun sundays
plural	+	mondays tuesdays wednesdays thursdays fridays saturdays sundays
risky	+	mar may march jan sun sat mon wed fri thu second seconds spring fall springs falls minute sep dec jun
unit	second	second seconds sec secs
unit	minute	minute minutes min mins
unit	hour	hour hours hr hrs
unit	day	day days
unit	weekend	weekend weekends
unit	week	week weeks
unit	month	month months
unit	quarter	quarter quarters
unit	half	half
unit	year	year years yr yrs
unit	decade	decade decades
unit	century	century centuries
unit	millennium	millennium millennia
plural	+	seconds secs minutes mins hours hrs days weekends weeks months quarters years yrs decades centuries millennia
season	SP	spring
season	SU	summer
season	FA	fall autumn
season	WI	winter
part	MO	morning mornings dawn
part	MI	midday
part	AF	afternoon afternoons
part	EV	evening evenings
part	NI	night nights overnight
plural	+	mornings afternoons evenings nights
step	-1	last past previous preceding prior
step	0	this current
step	1	next coming following upcoming
days	0	today
days	-1	yesterday
days	1	tomorrow
edge	START	early beginning start
edge	MID	mid middle
edge	END	late end
shift	-1	ago
shift	-2	earlier before previously
shift	2	later afterwards after
vague	+	several few some many couple
every	+	every each
set	P1D	daily nightly
set	P1W	weekly
set	P2W	biweekly
set	P1M	monthly
set	P3M	quarterly
set	P1Y	annually yearly
reference	PRESENT_REF	now currently nowadays
reference	PAST_REF	recently formerly lately
reference	FUTURE_REF	soon
ordinal	1	first
ordinal	2	second
ordinal	3	third
ordinal	4	fourth
ordinal	5	fifth
ordinal	6	sixth
ordinal	7	seventh
ordinal	8	eighth
ordinal	9	ninth
ordinal	10	tenth
ordinal	11	eleventh
ordinal	12	twelfth
ordinal	13	thirteenth
ordinal	14	fourteenth
ordinal	15	fifteenth
ordinal	16	sixteenth
ordinal	17	seventeenth
ordinal	18	eighteenth
ordinal	19	nineteenth
ordinal	20	twentieth
ordinal	30	thirtieth
period	+	period
fiscal	+	fiscal
approximate	+	about around approximately roughly circa some nearly almost
article	+	the a an its their his her our
of	+	of in
preposition	+	in on at of during since until till by before after from to through between throughout over for as within despite around about into
relation	since	since
relation	until	until till through
relation	by	by
relation	before	before
relation	after	after following
future	+	will planned plans plan due scheduled until expected expects expect upcoming would shall intends ll tomorrow slated
same	+	same that
yearWord	+	year
`

const PHRASES = `
reference	PRESENT_REF	right now
reference	PRESENT_REF	at present
reference	PRESENT_REF	at the moment
reference	PRESENT_REF	these days
reference	PRESENT_REF	to date
reference	PAST_REF	in the past
reference	PAST_REF	recent years
reference	PAST_REF	recent months
reference	PAST_REF	recent weeks
reference	PAST_REF	recent days
reference	PAST_REF	recent decades
reference	PAST_REF	in recent times
reference	PAST_REF	not long ago
reference	PAST_REF	long ago
reference	FUTURE_REF	the future
reference	FUTURE_REF	in future
reference	FUTURE_REF	near future
reference	FUTURE_REF	the near future
reference	FUTURE_REF	the near term
reference	FUTURE_REF	foreseeable future
reference	FUTURE_REF	a later date
reference	FUTURE_REF	one day soon
days	-2	the day before yesterday
days	-2	day before yesterday
days	2	the day after tomorrow
days	2	day after tomorrow
day	new-year	new year ' s day
day	new-year-eve	new year ' s eve
day	christmas	christmas day
day	christmas	christmas
day	christmas-eve	christmas eve
day	thanksgiving	thanksgiving day
day	thanksgiving	thanksgiving
day	labor-day-us	labor day
day	memorial-day-us	memorial day
day	columbus-day-us	columbus day
day	election-day-us	election day
day	halloween	halloween
day	valentine	valentine ' s day
day	easter	easter sunday
day	easter	easter
day	good-friday	good friday
day	may-day	may day
day	womens-day	international women ' s day
day	nauryz	nauryz
day	nauryz	nowruz
day	nauryz	navruz
day	nauryz	nooruz
day	bastille-day	bastille day
day	victory-day-may-9	victory day
day	capital-day-kz	capital city day
day	human-rights-day	human rights day
day	independence	independence day
day	republic	republic day
day	constitution	constitution day
day	national-day-cn	national day
day	first-president-kz	day of the first president
day	unity-day-ru	national unity day
day	unity-day-ru	unity day
day	russia-day	russia day
`

/** English words of time. */
export const ENGLISH_TIMES: TimeLexicon = {
  language: 'en',
  words: readTimeWords(WORDS),
  phrases: readTimePhrases(PHRASES),
  slashOrder: 'month-day',
}
