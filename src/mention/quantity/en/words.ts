import { type Bound, type PeopleKind, phraseTable, type QuantityLexicon, vagueAmount, WordSet } from '../lexicon.ts'

const BEFORE = `
approx	some | about | around | an estimated | estimated | estimated at | roughly | approximately | circa | an approximate | something like | in the region of | in the neighborhood of | perhaps | ~
below	nearly | almost | close to | just under | just short of | nearly about | approaching | not quite
at_least	more than | over | at least | upwards of | upward of | no fewer than | no less than | not less than | not fewer than | in excess of | above | a minimum of | well over | well more than | just over | slightly more than | a little more than | a little over | greater than | > | exceeding
at_most	up to | as many as | fewer than | less than | under | no more than | not more than | at most | a maximum of | maximum | well under | as much as | < | at the most
between	between | from
`

const AFTER = `
at_least	or more | plus | and more | and counting | or above | + | - plus | at least | upwards
approx	or so | or thereabouts | - odd | odd
at_most	or fewer | or less | at most | or under | at the most | maximum
`

const VAGUE = `
24 99 24 20	dozens | some dozens
20 99 20 20	tens
36 99 36 20	several dozen | several dozens
36 60 36 20	a few dozen | few dozen | a few dozens | few dozens
60 99 60 20	many dozens
40 99 40 40	scores
60 99 60 60	several score
200 999 200 100	hundreds | some hundreds | hundreds and hundreds | hundreds upon hundreds
300 999 300 200	several hundred | several hundreds
300 500 300 200	a few hundred | few hundred | a few hundreds
500 999 500 100	many hundreds
2000 9999 2000 1000	thousands | thousands and thousands | thousands upon thousands
3000 9999 3000 2000	several thousand | several thousands
3000 5000 3000 2000	a few thousand | few thousand
5000 9999 5000 1000	many thousands
20000 99999 20000 10000	tens of thousands | ten of thousands
30000 99999 30000 20000	several tens of thousands
200000 999999 200000 100000	hundreds of thousands | lakhs | lakhs and lakhs
300000 999999 300000 200000	several hundred thousand | several lakh | several lakhs
300000 500000 300000 200000	a few hundred thousand | a few lakh | few lakh
2000000 9999999 2000000 1000000	millions
3000000 9999999 3000000 2000000	several million
3000000 5000000 3000000 2000000	a few million
20000000 99999999 20000000 10000000	tens of millions | crores
200000000 999999999 200000000 100000000	hundreds of millions
3 10 - -	a handful | handful | handfuls
3 9 - - small	a few | several | quite a few
3 20 - - small	a small number | small number | small numbers
- - - - small	a large number | large number | large numbers | huge numbers | vast numbers
3 20 - - people	a small group | small group | a small crowd | small groups 
- - - - people	a large crowd | large crowd | large crowds | a huge crowd | huge crowd | huge crowds | a massive crowd | massive crowds | a big crowd | a sizeable crowd | a sizable crowd | a large group | large groups | a sea of people
`

/** Amounts that are a number after all: `value countLove qualifier`. */
const COUPLES = `
0 0 exact	no one | no - one | nobody | no
20 20 exact	a score of
2 2 exact	a pair of
1 1 exact	a lone | a single | a sole | lone
24 20 approx	a couple of dozen | a couple dozen | couple of dozen | couple dozen
200 200 approx	a couple of hundred | a couple hundred | couple of hundred | couple hundred
2000 2000 approx	a couple of thousand | a couple thousand | couple of thousand | couple thousand
2000000 2000000 approx	a couple of million | a couple million
2 2 approx	a couple of | couple of
`

const PEOPLE = `
people person persons individuals human humans souls man men woman women child children kids boys girls boy girl youths youth teenagers teens
adults infants babies baby toddlers elderly seniors pensioners families relatives parents mothers fathers widows wives husbands brothers sisters
protesters protestors protester protestor demonstrators demonstrator marchers marcher activists activist picketers picketer rioters rioter
supporters supporter backers followers fans sympathizers sympathisers opponents critics dissidents campaigners agitators
participants participant attendees attendants spectators onlookers bystanders mourners worshippers worshipers devotees pilgrims delegates attendee
workers worker employees employee labourers laborers labourer miners miner oilmen oilworkers farmers farmer peasants fishermen traders vendors shopkeepers
drivers truckers taxi-drivers pilots passengers commuters crew crewmen sailors teachers teacher doctors nurses medics lawyers judges students student pupils
schoolchildren graduates academics professors scientists engineers staff staffers civil-servants clerks bureaucrats
residents resident inhabitants citizens citizen locals villagers villager townspeople tenants homeowners householders natives
civilians civilian soldiers soldier troops troop servicemen policemen policeman policewomen police officers officer cops constables guards guard jawans
marines commandos paratroopers reservists recruits conscripts veterans firefighters rescuers medics peacekeepers observers monitors gendarmes
militants militant insurgents insurgent rebels rebel guerrillas fighters fighter gunmen gunman terrorists terrorist jihadists extremists separatists
attackers attacker assailants assailant bombers bomber suspects suspect criminals gangsters looters hooligans vandals thugs robbers thieves miscreants
prisoners prisoner inmates inmate detainees detainee captives hostages hostage convicts convict defendants accused internees
refugees refugee migrants migrant immigrants emigrants deportees asylum-seekers exiles evacuees displaced homeless
victims victim casualties casualty dead deaths wounded injured fatalities survivors patients bodies corpses
members member militiamen leaders leader politicians lawmakers legislators deputies senators ministers mps councillors councilors candidates voters
journalists journalist reporters reporter correspondents photographers editors bloggers broadcasters
muslims muslim hindus hindu christians christian jews jewish sikhs shiites sunnis catholics protestants kurds uighurs uyghurs kazakhs kyrgyz uzbeks tajiks
russians chinese americans palestinians israelis iraqis afghans syrians turks ukrainians indians pakistanis tibetans africans europeans britons germans french koreans
foreigners foreigner nationals expatriates tourists visitors volunteers donors customers clients shoppers owners investors shareholders
priests monks nuns clerics imams bishops rabbis
unionists strikers striker picket pickets union-members anarchists communists nationalists royalists loyalists monarchists environmentalists feminists
fishers cyclists bikers motorists runners athletes players performers actors artists musicians
crowd crowds mob mobs gathering throng
`

const CROWDS =
  'crowd crowds turnout attendance gathering rally demonstration protest march group groups mob mobs team delegation contingent convoy band gang throng audience force'

const BEFELL: readonly (readonly [PeopleKind, string])[] = [
  [
    'killed',
    'murder murders assassination assassinations massacre slaying slayings killings lynching lynchings execution executions killed kill kills killing dead died die dies dying slain slaughtered murdered murdering massacred executed fatalities fatality deaths death perished drowned assassinated lynched corpses bodies',
  ],
  [
    'injured',
    'injured injure injures injuring wounded wounding wound wounds hurt hurting hurts hospitalized hospitalised injuries injury maimed hospital',
  ],
  [
    'arrested',
    'arrested arrest arrests arresting detained detain detains detaining jailed jailing imprisoned imprisoning detentions detention detainees custody apprehended nabbed rounded interned',
  ],
  ['fined', 'fined fining'],
]

const PASSING = `
of the a an other another more others additional unarmed armed young old local ethnic foreign peaceful angry masked mostly mainly including almost suspected alleged
were was are is be been being have has had who that which and or also reportedly allegedly all both innocent civilian men women as many so far reported feared believed said to
former striking laid-off opposition anti pro pro-government government political student union young elderly unemployed retired local-level senior junior fellow muslim christian kurdish russian chinese kazakh black white female male young its their his her least at
`

const MEASURES = `
year years month months week weeks day days hour hours minute minutes second seconds km kilometer kilometers kilometre kilometres mile miles meter meters metre metres foot feet inch inches yard yards
acre acres hectare hectares square ton tons tonne tonnes kg kilogram kilograms kilo kilos gram grams pound pounds ounce ounces barrel barrels liter liters litre litres gallon gallons
degree degrees celsius fahrenheit volt volts watt watts megawatt megawatts mw gw knot knots mph kph percent percentage point points share shares cent cents basis
goal goals run runs wicket wickets game games set sets seed seat seats vote votes
`

const CURRENCIES = `
USD	dollar | dollars | us dollars | us dollar | u.s. dollars | american dollars | usd | $ | us$ | bucks
EUR	euro | euros | eur | €
GBP	pound sterling | pounds sterling | sterling | gbp | £ | quid
KZT	tenge | tenges | kzt | ₸
RUB	ruble | rubles | rouble | roubles | rub | ₽
CNY	yuan | renminbi | rmb | cny
JPY	yen | jpy | ¥
INR	rupee | rupees | rs | inr | ₹
KGS	som | soms | kgs
UZS	soum | soums | uzs
TJS	somoni | tjs
TMT	manat | manats
UAH	hryvnia | hryvnias | uah | ₴
TRY	lira | liras | try | ₺
CHF	franc | francs | swiss francs | chf
KRW	won | krw | ₩
SEK	kronor | krona
BRL	real | reais
ZAR	rand
CAD	canadian dollars | c $ | cad
AUD	australian dollars | a $ | aud
MXN	pesos | peso
ILS	shekel | shekels
IRR	rial | rials
`

const ENGLISH_BEFORE = phraseTable<Bound>(BEFORE, (v) => v as Bound)

/** "a couple of dozen", "a lone": value and Count Love reading. */
export const ENGLISH_COUPLES = phraseTable(COUPLES, (v) => {
  const [value, countLove, qualifier] = v.split(' ')
  return { value: Number(value), countLove: Number(countLove), approximate: qualifier === 'approx' }
})

/** The singular of every plural of the list: "one tourist" counts a person as "two tourists" does. */
function singulars(words: string): string {
  const found: string[] = []
  for (const word of words.split(/\s+/u)) {
    if (word.endsWith('ies')) found.push(`${word.slice(0, -3)}y`)
    else if (/[^s]s$/u.test(word) && word.length > 4) found.push(word.slice(0, -1))
  }
  return found.join(' ')
}

export const ENGLISH_QUANTITIES: QuantityLexicon = {
  language: 'en',
  before: ENGLISH_BEFORE,
  after: phraseTable<Bound>(AFTER, (v) => v as Bound),
  vague: phraseTable(VAGUE, vagueAmount),
  joints: new Set(['to', 'and', 'or', 'through']),
  people: new WordSet(`${PEOPLE} ${singulars(PEOPLE)}`),
  befell: new Map(BEFELL.map(([kind, words]) => [kind, new WordSet(words)])),
  passing: new Set(PASSING.trim().split(/\s+/u)),
  measures: new WordSet(MEASURES),
  crowds: new WordSet(CROWDS),
  currencies: phraseTable(CURRENCIES, (v) => v),
  percent: phraseTable('%\t% | percent | per cent | pct', (v) => v),
  claimants: new WordSet(
    'police organisers organizers organiser organizer officials official authorities government ministry minister witnesses witness eyewitnesses opposition activists union unions hospital doctors medics media newspaper newspapers agency radio television tv reporters correspondent residents monitors observers spokesman spokeswoman spokesperson army military rebels prosecutors prosecutor mayor governor statistics figures data party group leaders leader company ngo ngos court report reports sources source',
  ),
  claims: new WordSet(
    'said say says put puts estimated estimate estimates claimed claim claims reported report reports counted counts stated state states told announced announces according insisted gave cited confirmed',
  ),
  accordingTo: phraseTable<true>('+\taccording to', () => true),
}
