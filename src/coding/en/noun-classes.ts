/**
 * Classes of English head nouns that conditions and roles of the trigger lexicon speak of. A noun may be in several.
 * Lower-case lemmas, own work. Classes built from others are listed in `UNIONS`.
 */
export const NOUN_CLASSES: Readonly<Record<string, string>> = {
  police: `police enforcement law-enforcement policeman policemen policewoman cop constable sheriff detective inspector gendarme gendarmerie
    constabulary officer patrolman superintendent commissioner sub-inspector posse crpf rapid-action-force marshal squad
    trooper jawan interpol fbi bureau investigator sergeant jailer warden guard`,
  forces: `army troop troops soldier military navy marine paratrooper brigade battalion regiment infantry force forces
    commando airman fleet warship tank artillery squadron convoy contingent garrison reinforcement serviceman
    peacekeeper paramilitary militia guardsman legion unit division platoon reservist recruit conscript corps airforce
    air-force patrol column jet gunship helicopter bomber vessel gunboat company`,
  armed: `rebel insurgent militant guerrilla guerilla terrorist gunman gunmen militiaman fighter jihadist extremist
    separatist assailant attacker bomber hijacker kidnapper hostage-taker assassin sniper shooter arsonist mob gang
    gangster bandit pirate warlord mujahideen mujahedeen taliban hamas hezbollah naxalite maoist outlaw commando
    hitman raider looter rioter mercenary insurgency cartel mafia captor killer murderer robber miscreant militia
    subversive extraditables contra paramilitary hooligan vigilante squad partisan skinhead faction cell wing`,
  official: `president premier minister vice-president chancellor king queen prince emir sultan monarch pope leader head
    chief governor mayor senator congressman deputy lawmaker legislator parliamentarian mp mla secretary ambassador
    envoy diplomat official commissioner speaker chairman chairwoman chairperson chair commander general colonel
    admiral marshal judge magistrate prosecutor attorney director spokesman spokeswoman spokesperson councillor
    councilor candidate nominee politician statesman dignitary counterpart delegate representative emissary delegation
    crown-prince prime-minister foreign-minister undersecretary administrator lieutenant-governor bishop archbishop
    cardinal mufti dalai-lama ayatollah imam justice chief-minister dean founder ceo executive boss vice-president
    consul attache aide adviser advisor negotiator mediator inspector superintendent collector akim akimat ombudsman
    treasurer major captain brigadier lieutenant sheikh`,
  authority: `government authority ministry court tribunal parliament senate congress assembly council cabinet regime
    administration junta commission committee agency department prosecution prosecutor police judge magistrate jury
    official officer investigator office board regulator municipality state bench detective inspector cbi fbi cid
    watchdog panel commissioner kremlin white-house pentagon ministry duma knesset politburo election-commission
    district-administration governor mayor minister president king ruler attorney customs inspectorate auditor legislature
    chancellor premier akimat army military security-forces chief sheriff`,
  org: `country nation state neighbour neighbor kingdom republic superpower power donor supplier lender creditor investor partner party union organisation organization group movement company firm bank agency association federation alliance
    coalition bloc league front council commission committee church foundation institute university school hospital
    newspaper station network channel corporation enterprise ngo charity club society cooperative community faction
    team delegation opposition ministry embassy consulate mission headquarters office body secretariat chamber guild
    brotherhood congregation academy college media press industry lobby campaign camp side world europe west
    international broadcaster publisher paper magazine website firm`,
  worker: `worker miner teacher driver doctor nurse employee staff trucker farmer dockworker docker lawyer journalist
    civil-servant pilot seaman sailor fisherman labourer laborer steelworker taxi-driver shopkeeper trader physician
    professor lecturer bus-driver oilman oil-worker personnel railwayman pensioner actor player controller cleaner
    firefighter postman seafarer transporter retailer merchant vendor pharmacist engineer union unionist trade-unionist
    workforce crew porter tailor weaver intern resident-doctor advocate`,
  protester: `protester protestor demonstrator marcher picketer striker activist dissident rioter crowd mob
    sit-in-participant agitator slogan-shouter campaigner dissenter heckler sympathiser supporter crowd`,
  mob: `crowd mob rioter looter vandal hooligan protester protestor demonstrator striker picketer marcher activist youth
    youngster teenager villager resident inhabitant local student supporter sympathiser fan agitator karsevak kar-sevak
    neighbour townspeople people miscreant`,
  hike: 'rise increase hike surcharge fare toll tariff levy cut subsidy cap',
  outcome: 'result outcome',
  soldiery: 'soldier troop troops army force forces battalion brigade regiment marine peacekeeper contingent garrison',
  display:
    'service product technology system device software skill strength ability commitment power technique method process affection',
  position: 'position stronghold line target hideout camp post area quarter',
  envoy: 'ambassador envoy diplomat consul charge-d-affaires attache',
  lesson: 'lesson class lecture course exam examination seminar',
  crowd: 'crowd mob gathering assembly throng mass march rally protest demonstration meeting sit-in',
  people: `seeker asylum-seeker job-seeker people person resident villager citizen inhabitant local civilian student pupil youth woman man child girl boy
    family relative mother father parent wife husband daughter son brother sister widow neighbour neighbor voter
    pensioner migrant refugee immigrant asylum-seeker tribesman tribe believer worshipper faithful congregation monk
    nun priest cleric pastor minority community settler homeowner tenant farmer peasant consumer customer passenger
    motorist driver fan follower supporter member participant folk public populace population hundred thousand
    dozen score million group crowd youngster teenager adult elder veteran survivor victim muslim christian jew hindu
    sikh buddhist catholic protestant sunni shiite kurd tutsi hutu uighur uyghur tibetan copt dalit roma native
    foreigner tourist visitor expatriate nationalist communist socialist democrat republican liberal islamist
    feminist environmentalist anarchist leftist rightist royalist loyalist unionist pilgrim karsevak kar-sevak worker
    miner teacher nurse doctor lawyer journalist artist writer scholar academic intellectual scientist human
    protester protestor demonstrator activist dissident campaigner picketer striker marcher employee staff passer-by
    bystander onlooker pedestrian kid baby infant toddler schoolgirl schoolboy schoolchild orphan couple twin friend
    colleague comrade guest host crowd throng gathering`,
  person: `suspect detainee prisoner inmate hostage captive convict fugitive criminal thief smuggler trafficker dealer
    blogger editor reporter photographer author singer musician cleric businessman banker entrepreneur oligarch
    owner manager engineer defendant accused accomplice culprit offender perpetrator drug-lord politician leader
    opponent critic rival defector spy agent whistleblower lawyer human-rights-defender ally enemy foe player victim
    casualty body corpse life deputy soldier policeman officer gunman militant rebel terrorist official minister
    mayor governor president candidate someone anyone everybody nobody anybody somebody others other those many
    several some two three aide bodyguard guard driver national compatriot peacekeeper murderer killer shooter
    attacker bomber assailant driver chief commander general suspected-militant figure`,
  victim:
    'victim survivor refugee evacuee displaced homeless wounded injured patient needy hungry child orphan family migrant',
  building: `building house home shop store market mosque church temple synagogue cathedral monastery office headquarters
    station embassy consulate school university hospital hotel restaurant factory plant mill warehouse depot barracks
    base camp prison jail airport port terminal bridge palace parliament courthouse court tower apartment residence
    compound facility structure shrine museum library theatre theater stadium bank post checkpoint mall bakery
    bazaar supermarket grocery boutique pharmacy hall town-hall city-hall petrol-station hut slum shantytown dwelling block complex oilfield pipeline refinery statue monument ministry branch
    property godown dargah masjid madrasa kiosk stall gate fence entrance dam site outpost bungalow villa farm
    studio newsroom consulate chapel room cell nightclub club bar cafe tent settlement installation floor`,
  road: 'road highway street motorway railway track rail line bridge border crossing route avenue junction intersection traffic square port entrance gate access tunnel runway roundabout transport',
  vehicle:
    'car bus truck train vehicle taxi jeep lorry van motorcycle ship boat tanker ferry plane aircraft helicopter airliner airplane jetliner tram scooter autorickshaw rickshaw motorbike ambulance convoy bogie coach wagon locomotive flotilla bike',
  aircraft: 'aircraft helicopter plane jet drone airliner airplane gunship warplane fighter bomber missile balloon',
  weapon:
    'weapon gun rifle pistol missile rocket grenade bomb tank bullet ammunition explosive arm arms warhead kalashnikov cache stone brick bottle petrol-bomb molotov mine dynamite knife sword stick iron-rod shell mortar artillery firearm petrol acid',
  bomb: 'bomb explosion blast device grenade mine explosive dynamite landmine rocket mortar shell car-bomb missile charge cylinder ied',
  goods:
    'goods gas oil weapon wheat grain uranium aircraft jet equipment technology coal steel cotton fuel electricity crude missile system helicopter tank submarine plane food rice sugar medicine drug product stake share asset cargo shipment property document copy leaflet newspaper book computer passport car contraband cache drug cocaine heroin',
  aidgoods: `firearm rifle ventilator ambulance seed donation dose ship vessel boat truck item shipment package package kit relief pilot expert engineer doctor medic nurse firefighter technician instructor team observer hospital school peacekeeper rescuer aid assistance relief help money fund funding food medicine shelter support supplies supply water blanket
    tent grain flour loan grant credit subsidy donation dollar euro cash million billion equipment weapon arms
    ammunition vaccine medical-supplies clothes clothing fuel ration package wheat rice tonne ton asylum refuge
    protection training expertise electricity compensation`,
  money: 'money dollar euro pound tax fee fare price interest cash million billion rupee ruble crore lakh toll',
  prize: 'prize medal award honour honor title',
  property:
    'property window furniture land territory house farm artifact painting remains body asset treasure artefact island estate goods passport belonging possession car shop field money vehicle',
  infrastructure:
    'bridge pipeline powerline road railway dam plant facility tower network pylon crop village town city farm oilfield grid line equipment pole cable transformer tower',
  power: 'power control territory town city capital province land island area region base government',
  doc: `bill law treaty agreement accord deal pact resolution constitution amendment charter convention protocol
    decree budget legislation act memorandum contract declaration statement proposal plan draft referendum measure
    document motion package programme program code statute ordinance rule roadmap petition communique pact covenant
    reform protocol project regulation truce ceasefire compact order`,
  agreementnoun:
    'promise pledge commitment obligation agreement accord deal pact treaty memorandum truce ceasefire cease-fire compromise understanding protocol contract settlement peace armistice',
  policy: `policy decision move step initiative plan proposal measure reform effort action idea call appeal demand request
    approach position strategy stance ruling verdict result outcome choice appointment nomination response role
    programme program project campaign law bill sanction sanctions ban war intervention operation strike cut increase
    rise tax tariff hike construction candidacy independence deployment invasion participation change handling
    performance treatment progress development report statement comment remark behaviour behavior conduct record
    failure lack silence inaction violence killing use practice abuse violation corruption situation event
    agreement legislation resolution investigation visit release process peace-process presence activity sale deal
    opinion claim conclusion offer suggestion talks notion possibility option`,
  statement:
    'statement claim allegation accusation remark comment charge report suggestion rumour rumor assertion story criticism notion speculation denial testimony finding',
  offer:
    'offer proposal invitation plan deal request demand truce ceasefire mediation resignation terms challenge apology recommendation concession condition call appeal bid suggestion peace-plan advice',
  demandnoun:
    'demand request call appeal plea warning protest advice order ruling criticism recommendation deadline ultimatum',
  event: `action act move visit meeting arrest election inquiry investigation probe release withdrawal resignation trial
    reform peace end halt return stop justice help assistance support aid intervention change ceasefire truce
    dialogue talks negotiation vote ballot recount referendum resolution boycott strike march rally protest war
    attack bombing killing murder decision agreement deal victory outcome result event launch opening conviction
    elections independence calm restraint unity dismissal extradition punishment closure removal prosecution
    implementation apology compensation increase rise freedom right transparency meeting-session response explanation
    answer clarification participation cooperation recognition access evidence review delay postponement pardon bail
    anniversary exercise poll summit conference ceremony product session parliament game olympics festival`,
  restriction: `curfew ban restriction sanction sanctions embargo blockade siege emergency martial-law tax tariff
    prohibition limit control censorship rule law requirement moratorium quarantine lockdown suspension order
    visa-requirement duty subsidy-cut charge penalty fine state-of-emergency measure immunity`,
  permission:
    'permission visa licence license permit entry access request asylum bail leave registration application visit right appeal plea',
  rights:
    'right freedom liberty sovereignty law constitution ceasefire agreement treaty norm airspace territory integrity resolution rule border truce protocol accord dissent opposition movement expression speech press medium',
  justice:
    'justice explanation apology compensation clarification redress answer permission help assistance end extradition support approval vote mediation aid advice recognition independence asylum protection return release change increase extension ban probe inquiry investigation action ouster resignation removal dialogue talks solution consensus reinstatement bail recusal information clearance cooperation intervention arrest',
  election: 'election poll vote referendum ballot runoff by-election primary voting polls',
  datanoun:
    'statistic data estimate forecast product version software film album recording report statement study survey result',
  crime:
    'crime murder theft corruption fraud case killing attack bombing allegation incident death complaint scandal bribery misconduct leak abuse role link connection involvement possibility cause matter violation accident blast claim smuggling money-laundering whereabouts origin circumstance motive event',
  slogan: 'slogan voice banner placard chant sign flag cry slogans speech demand',
  ceasefire: 'ceasefire cease-fire truce armistice moratorium agreement',
  consult:
    'talk talks meeting summit visit conference negotiation dialogue consultation session trip discussion negotiations round conversation',
  visitnoun: 'visit trip tour appearance participation attendance invitation plan',
  media:
    'reporter journalist medium press newspaper agency channel camera radio television magazine correspondent interviewer tv website reuters afp ap cnn bbc host audience',
  sitin: 'sit-in protest dharna occupation vigil camp',
  notobj: `deadline demand need target challenge requirement standard goal condition expectation criterion obligation
    resistance fate quota end commitment cost match death eye date schedule opposition aim budget`,
  inanimate:
    'project plan hope idea chance bill time engine film photo scene video movie deal process proposal ball goal rumour rumor fear motion cancer virus bug pain weed',
  degree:
    'record team rival forecast estimate expectation odds market opponent side retreat habit world champion title traffic system drum path pulse number level',
  drug: 'drug alcohol substance power position office cocaine trust system loophole privilege authority',
  office:
    'talk meeting press conference election rally view office position post seat hearing session vote event exercise poll hand court drill',
  notplace:
    'race competition contest tournament market product sale school service life view bank account match circulation season squad deal fund public-life event game series championship title treaty agreement talks meeting conference public coalition government',
  airy: 'first air lightning bird gold third oil drone missile military air-raid pre-emptive preemptive preventive surgical',
  labour: 'labour labor general miner teacher rail worker hunger transport train bus tube union truckers',
  industrial:
    'industrial digital information green technological sexual agricultural scientific mobile internet fashion quantum',
  domestic: 'domestic gun television screen media family intimate',
  medical: 'heart panic asthma anxiety cardiac shark bear dog',
  character: 'character',
  job: 'job hiring staff executive',
  place: `city town village district province region country capital area neighbourhood neighborhood suburb island territory
    border camp street square center centre nation state locality county municipality valley coast port zone enclave
    front settlement world continent south north east west coast outskirts homeland site scene spot colony`,
  hand: 'hand role involvement link plot conspiracy',
  press: 'press news media',
  meet: 'meet',
  speak: 'comment speak elaborate disclose reveal say give identify name answer discuss confirm specify',
}

/** Classes that are the union of others. */
export const UNIONS: Readonly<Record<string, readonly string[]>> = {
  people: ['worker', 'protester', 'police'],
  person: ['people', 'official', 'armed', 'police', 'forces', 'worker', 'protester'],
  actor: ['person', 'people', 'official', 'authority', 'org', 'armed', 'police', 'forces', 'worker', 'protester'],
  state: ['authority', 'official'],
}

/**
 * Words whose presence in a sentence speaks for another sense: conditions `sent:NAME` and `-sent:NAME`. Lower-case forms.
 */
export const SENTENCE_CUES: Readonly<Record<string, string>> = {
  sport: `match matches team teams coach league cup goal goals season striker midfielder champion champions championship
    tournament innings wicket quarterback touchdown premiership rugby football footballer soccer cricket tennis golf
    basketball baseball hockey olympic medal semi-final semifinal quarter-final fixture defender goalkeeper referee squad
    playoff playoffs scored batsman bowler seed seeded athlete athletes sprint club clubs scorer winger injury captain
    knee hamstring ankle fitness fullback prop flanker fly-half six-nations wimbledon open`,
  market: `shares share stocks stock investors percent profit profits quarter index nasdaq dow yen currency analysts
    earnings bonds traders markets market sales price prices forecast forecasts expectations`,
  film: 'film movie actor actress director album song band singer oscar oscars box-office comedy drama tv show series episode novel book game gamers starring premiere studio sequel album thriller hollywood documentary character',
  technology: `software users user computer computers internet web online microsoft google apple broadband pc pcs gadget gadgets
    digital download downloads console consoles website websites mobile phones phone devices device technology gaming
    spyware virus hackers browser windows server servers email e-mail camera video music dvd wireless chip chips ipod`,
  motor: 'wrc formula car-rally monte-carlo driver drivers stage-win co-driver market stocks shares',
  accident: `accident crash collision earthquake quake flood floods landslide derailed derailment overturned storm cyclone
    hurricane typhoon tsunami avalanche drowned plunged short-circuit capsized lightning heatwave heart epidemic virus
    disease cholera stampede collided collapsed malfunction cancer avalanche rolled fever outbreak tornado volcano
    skidded swine-flu flu ebola covid covid-19 coronavirus pandemic mudslide`,
  disaster:
    'earthquake flood floods cyclone hurricane typhoon tsunami storm wildfire wildfires fire eruption tornado drought rain rains quake',
  gas: 'gas-leak boiler cylinder mine-shaft methane firework fireworks factory',
  food: 'food mushroom alcohol liquor salmonella lead carbon-monoxide restaurant',
  attack: `attack attacks attacked bombing bomb blast explosion shot shooting fired gunmen gunman killed clash clashes
    fighting riot riots violence stabbed police troops army militants rebels airstrike strike shelling mob wounds
    custody torture war ambush grenade firing burnt murdered assault raid hostage battle massacre crackdown suicide`,
  protest: `protest protests protested protesting protesters protestors demonstration demonstrations demonstrators rally
    rallied slogans chanting chanted placards banners demanding demand demanded march anger against resignation
    activists opposition strike denounce condemn dharna condemning denouncing solidarity opposing oppose`,
  crime: `police officers wanted suspect suspects fugitive suspected murder smuggling trafficking militants rebels
    raid arrested custody detained charges terrorist`,
  unrest:
    'columns companies paramilitary border frontier war rebels capital riot riots violence clashes trouble mob protest protesters tension stabbing firing curfew arson unrest incident attack blast disturbances',
  mourning: 'funeral died cancer accident crash princess tomb easter christmas',
  airstrike:
    'airstrike lightning missile missiles nuclear first-strike warplanes drone aerial pre-emptive preemptive air preventive',
  verbalattack: 'verbal verbally rhetoric advertisement ad column heart panic asthma cardiac',
  negative: `scam shameful disgrace disgraceful illegal unacceptable uncalled unwarranted ridiculous indecent liar lie lies cowardly terrorist terrorists
    barbaric unconstitutional farce sham fraud fraudulent traitor traitors disaster irresponsible provocation
    undemocratic unjust unfair wrong dangerous racist fascist corrupt criminal crime extremist aggressor dictator
    dictatorship immoral stooge puppet hypocritical hypocrisy baseless groundless false absurd unhelpful mistake
    betrayal outrageous inhuman brutal failure nonsense illegitimate discriminatory unprecedented harassment
    politically-motivated deplorable evil tyrant enemy fake regrettable disappointing aggression hoax rigged threat
    violation insult stupid reckless inadequate heinous cowards savage repressive unwarranted meddling blackmail
    genocide weak incompetent excessive arbitrary insulting worst useless puppets hate tyranny`,
  election: 'poll polls votes vote election candidate percent seats runoff primary nomination constituency',
  forces:
    'troops army forces soldiers military rebels militants tanks guerrillas fighters peacekeepers settlers police marines militia militias units positions armoured',
  metaphorwar: 'star-wars price-war drugs-war poverty cold-war bidding trade-war war-crimes culture-war',
  ends: 'lifted relaxed eased lift',
  plea: 'guilty innocent',
}

/** Nouns that make another thing of a trigger word before them: "riot police", "strike force", "rally driver". */
export const FIXED_COMPOUNDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    riot: 'police policeman policemen squad squads gear shield shields officer officers unit units troops cop cops act control helmet helmets',
    strike: 'price force rate partner partners duo group fund ballot pay zone',
    rally: 'driver drivers car cars championship cap caps race',
    attack: 'ad ads dog dogs helicopter helicopters aircraft submarine plane planes',
    assault: 'rifle rifles weapon weapons course ship',
    protest: 'vote votes song songs note',
    march: 'madness hare',
    raid: 'party',
    war: 'crime crimes criminal criminals chest veteran veterans hero heroes film films memorial',
    combat: 'boots trousers aircraft',
    battle: 'cry plan dress',
    bomb: 'squad disposal shelter shelters',
    release: 'date dates schedule',
    arrest: 'record records',
  }).map(([word, nouns]) => [word, new Set(nouns.split(' '))]),
)
