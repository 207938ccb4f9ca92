import { allVerbForms, nounForms } from './inflect.ts'

/** What a passage is about, as far as its words tell. `public` is politics, government, law, security, war and unrest. */
export type Register = 'sport' | 'arts' | 'market' | 'technology' | 'public'

/** Names of the registers, in the order in which counts are given. */
export const REGISTERS: readonly Register[] = ['sport', 'arts', 'market', 'technology', 'public']

/** Nouns by register, in the singular. General vocabulary, own work; words that several registers share are left out. */
const NOUNS: Readonly<Record<Register, string>> = {
  sport: `sport match team coach league cup goal season striker midfielder defender goalkeeper keeper forward winger
    champion championship tournament innings wicket batsman bowler cricket football footballer soccer rugby tennis golf
    golfer basketball baseball hockey boxing boxer wrestling swimmer cyclist cycling rower skier skiing skating gymnast
    olympics medal medallist semi-final semifinal quarter-final quarterfinal final fixture referee umpire squad playoff
    play-off seed athlete athletics sprint sprinter relay hurdle marathon club scorer captain knee hamstring ankle groin
    fitness fullback full-back prop flanker fly-half scrum scrum-half lineout hooker try-line penalty kick free-kick
    corner header touchline dressing-room pitch stadium grand-slam backhand forehand volley tie-break racket racquet
    birdie bogey par fairway lap podium pole-position grand-prix circuit qualifier standings relegation promotion transfer
    manager teammate team-mate injury opener halftime half-time scoreline comeback underdog title-holder record-holder
    trophy titleholder doping steroid triathlon decathlon heptathlon javelin discus pole-vault equaliser equalizer
    substitute bench player side lock winner tackle opponent debut test-match caps knockout round heavyweight`,
  arts: `film movie cinema actor actress album song singer band musician music rapper guitarist drummer
    oscar grammy emmy bafta box-office comedy comedian drama sitcom soap sequel prequel premiere studio screenplay
    screenwriter filmmaker film-maker director producer novel novelist poet poetry playwright theatre theater musical
    opera orchestra ballet dancer concert gig festival tour single chart painter painting sculpture exhibition gallery
    museum celebrity star stardom hollywood broadway bollywood tv television show series episode viewer audience rating
    soundtrack lyric pop rock hip-hop rap jazz fan role cast character thriller cartoon animation documentary
    trilogy book bestseller author publisher fiction fashion designer model nominee nomination award remake screen stage
    entertainer presenter broadcaster fame autograph biopic script ensemble composer pianist violinist tenor soprano`,
  market: `share shareholder stock investor profit loss earning revenue turnover sale quarter percent index dow nasdaq
    ftse dax nikkei yen currency euro analyst trader dealer market price forecast expectation dividend bond yield equity
    takeover merger acquisition bid buyout stake subsidiary brand retailer supermarket consumer customer product
    manufacturer maker firm company airline carmaker automaker banker banking lender lending loan mortgage debt credit creditor
    insolvency bankruptcy administration auditor accounting accountant balance-sheet cashflow inflation growth gdp
    economist recession output export import deficit surplus productivity housing homebuyer savings spending
    commodity crude barrel oil-price supply demand inventory order boom slowdown chief-executive ceo executive chairman
    boardroom conglomerate venture listing flotation ipo portfolio fund broker brokerage margin cost-cutting turnaround
    pre-tax valuation tycoon billionaire entrepreneur startup start-up business industry outlet chain advertiser
    trading exchange investment interest-rate wall-street`,
  technology: `software hardware user computer laptop desktop internet web website broadband pc gadget download console
    mobile phone smartphone handset device technology gaming gamer game videogame spyware adware virus worm hacker
    browser windows server email e-mail spam camera wireless wi-fi chip chipmaker processor ipod mp3 blog blogger
    broadband bandwidth network operator programmer developer code open-source patch flaw vulnerability bug app
    application interface search-engine toolbar domain firewall password file-sharing peer-to-peer piracy copyright
    patent scientist researcher laboratory experiment telescope spacecraft planet galaxy gene genome species fossil
    robot robotics sensor battery pixel screen megapixel keyboard database algorithm subscriber text-message sms
    digital satellite cable set-top-box recorder dvd cd hard-drive plug-in format`,
  public: `government minister ministry president presidency prime-minister premier chancellor parliament senate senator congress congressman
    lawmaker legislator legislature mp mps peer cabinet opposition party election electorate ballot voter vote poll referendum
    manifesto campaign candidate constituency politician politics policy law legislation bill act amendment constitution
    democracy dictatorship regime republic state federation governor mayor council councillor secretary spokesman
    spokeswoman ambassador embassy diplomat diplomacy envoy treaty sanction embargo summit united-nations un
    army troop soldier military militia rebel insurgent guerrilla militant fighter terrorist terrorism war ceasefire
    truce invasion occupation bomb bombing bomber blast explosion missile rocket airstrike gunman attack assassination
    massacre genocide killing hostage kidnapping police policeman officer constable arrest detention detainee prison
    prisoner jail court judge prosecutor trial verdict tribunal lawsuit crime murder suspect protest protester
    protestor demonstrator demonstration rally march strike picket union unionist riot unrest crackdown curfew violence clash
    uprising coup activist dissident human-rights refugee asylum-seeker asylum immigrant immigration migrant border
    territory sovereignty independence separatist minority ethnic muslim christian mosque church imam cleric bishop
    religion tax taxation budget treasury welfare nhs pension reform corruption bribery aid humanitarian famine
    peacekeeper peacekeeping intelligence security defence defense nuclear weapon tory labour conservative liberal
    democrat republican communist socialist nationalist whitehall downing-street westminster kremlin white-house pentagon
    eu nato commons lords leader authority official citizen citizenship civil-liberty farmer villager resident mob looting
    arson arsonist vandalism bloodshed victim casualty fatality wounded injured tension communal communalism
    community temple priest monk hindu sikh jew jewish sunni shia shiite buddhist catholic protestant sect tribe tribal
    clan caste slogan placard banner blockade boycott petition picketing sit-in hunger-strike teargas tear-gas
    baton barricade dispersal permit censorship decree ordinance martial-law emergency junta putsch ruler throne monarch
    king queen royal dissent repression persecution torture execution abduction kidnapper gunfire shooting gun rifle
    grenade dynamite weaponry ammunition arms warhead uranium enrichment missile-test airstrike shelling artillery tank warplane
    gunship frontline battalion brigade commander general colonel lieutenant paramilitary mercenary
    warlord gang cartel drug narcotic trafficker trafficking smuggler smuggling murderer assassin assailant attacker
    bandit inquest inquiry commission committee tribunal ombudsman watchdog regulator magistrate lawyer attorney
    conviction sentence indictment accused accuser witness testimony bail custody extradition amnesty pardon
    education schooling curriculum literacy pupil teacher headteacher hospital patient doctor nurse healthcare
    childcare elderly pensioner welfare-state unemployment jobless benefit social-service social-security council-tax
    duty levy scheme white-paper green-paper quango department departmental commissioner shortage provision
    local-authority public-service civil-servant civil-service taxpayer expenditure entitlement eligibility statutory
    reformer campaigner lobbyist lobby pressure-group charity devolution monarchy
    governance bureaucrat bureaucracy ministerial deputy speaker spokesperson envoy mediator
    negotiator negotiation talks accord pact peace reconciliation annexation border-guard settlement settler
    humanitarian-aid displaced evacuee famine poverty inequality discrimination racism apartheid secession autonomy
    self-determination statehood electorate turnout incumbent coalition caucus partisan whip backbencher mayoral
    municipality province provincial district regional federal national-assembly presidential`,
}

/** Verbs by register. */
const VERBS: Readonly<Record<Register, string>> = {
  sport: 'score qualify relegate outplay dribble bowl bat sprint',
  arts: 'star sing perform premiere direct nominate',
  market: 'sell buy invest trade rebound outperform manufacture',
  technology: 'download upload install browse surf encrypt',
  public:
    'govern legislate vote elect protest demonstrate arrest detain jail imprison prosecute bomb dynamite invade deport resign',
}

/** Register of each form of its words. A word that stands in two registers speaks for neither of them alone and has both. */
export const REGISTER_OF_FORM: ReadonlyMap<string, readonly Register[]> = table()

function table(): Map<string, Register[]> {
  const out = new Map<string, Register[]>()
  const add = (form: string, register: Register): void => {
    const list = out.get(form)
    if (list === undefined) out.set(form, [register])
    else if (!list.includes(register)) list.push(register)
  }
  for (const register of REGISTERS) {
    for (const noun of NOUNS[register].split(/\s+/u)) for (const form of nounForms(noun)) add(form, register)
    for (const verb of VERBS[register].split(/\s+/u)) for (const form of allVerbForms(verb)) add(form, register)
  }
  return out
}
