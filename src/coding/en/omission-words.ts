/** Words for those who have a duty to act. Lemmas and plain plural forms. */
export const DUTY_BEARERS: ReadonlySet<string> = new Set(
  `police policeman policemen cop cops constable officer sho inspector authority authorities administration government
  army troops force forces security personnel guard guards state bureaucracy officials official jawan jawans crpf rpf
  commissioner superintendent collector magistrate machinery policewoman militia soldier soldiers peacekeepers
  peacekeeper un ministry department`.split(/\s+/u),
)

/** Nouns that say that nothing was done ("police inaction", "apathy of the administration"). */
export const INACTION: ReadonlySet<string> = new Set(
  'inaction apathy indifference passivity negligence dereliction non-action laxity callousness helplessness non-deployment inactivity inactions complacency ineptitude inefficiency slackness ineffectiveness'.split(
    ' ',
  ),
)

/** Nouns that do so with an `of` or `in` phrase or a duty-bearer before them ("failure of the government to …"). */
export const FAILURE: ReadonlySet<string> = new Set([
  'failure',
  'lack',
  'absence',
  'collapse',
  'breakdown',
  'inability',
  'delay',
  'refusal',
])

/** What duty-bearers are expected to do: their not doing it is an omission. */
export const EXPECTED: ReadonlySet<string> = new Set(
  `act intervene respond protect prevent stop control help arrive come reach arrest detain register lodge deploy rescue save
  contain check disperse curb provide take make do investigate guard restore bring quell nab catch book apprehend trace reply
  answer attend assist send escort enforce maintain ensure quash resist fire use interfere move react budge
  accept file record visit contact discharge perform evacuate seize`.split(/\s+/u),
)

/** Whole idioms of inaction; found in the lower-case text of a clause whose subject has a duty. */
export const IDIOMS: readonly RegExp[] = [
  /\b(?:stood|standing|stands|watched|sat|remained|stayed|remain|remains|staying)\b (?:\w+ ){0,3}?(?:mute|silent|passive|idle|idly|helpless(?:ly)?|aloof|spectators?|onlookers?|bystanders?|witness)\b/u,
  /\b(?:stood|standing|stands) (?:idly )?by(?=[,.;]| as | while | when | and | but | without |$)/u,
  /\b(?:look(?:ed|ing|s)|watch(?:ed|ing)) (?:helplessly |silently |idly )?on(?=[,.;]| as | while | when |$)/u,
  /\b(?:mute|silent|passive|helpless|mere) (?:spectators?|onlookers?|witness(?:es)?|bystanders?)\b/u,
  /\blook(?:ed|ing|s)? the other way\b|\bturn(?:ed|ing|s)? (?:a )?blind eye\b|\btwiddl\w+ (?:their|its) thumbs\b/u,
  /\bnowhere (?:to be seen|in sight|to be found|in the picture)\b|\bconspicuous by (?:its|their|his) absence\b/u,
  /\b(?:did|do|does|doing|done|could do|was doing|were doing) (?:little|nothing|precious little)\b/u,
  /\b(?:took|taken|take|takes|taking) no (?:action|steps|measures|notice)\b|\bno (?:action|step|steps) (?:was|were|has been|had been|have been|being) taken\b/u,
  /\bno (?:police|policem[ae]n|cops?|security)(?: (?:force|forces|personnel|officers?|protection|presence|help|action|arrangements?|cover))?(?=[,.;]| (?:was|were|is|came|come|turned|arrived|reached|present|there|around|in sight|at|on)\b|$)/u,
  /\bno signs? of (?:the |any )?(?:police|security|forces)\b|\b(?:no|lack of|without) (?:proper |adequate |any )?police (?:protection|presence|action|deployment|cover|help)\b/u,
  /\b(?:deployment|presence|arrangements?|police) (?:was|were|is|are) (?:grossly |woefully |totally )?(?:inadequate|insufficient|too small)\b/u,
  /\b(?:policem[ae]n|police|cops|officers?|constables?|jawans?) (?:just |simply |merely |only |virtually |quietly )?(?:stood|sat) (?:there )?(?:and (?:just )?watched|quietly|around)\b|\bstood (?:and|there) watch(?:ed|ing)\b/u,
  /\b(?:policem[ae]n|police|cops)(?:,[^,]{0,60},)? watched(?=[,.;]| as | while | when |$)/u,
  /\b(?:total|complete|utter) (?:breakdown|collapse) of (?:the )?law\b/u,
  /\b(?:played|playing|play) an? (?:passive|partisan) role\b/u,
  /\bnot a single (?:policeman|cop|police\w*|officer|arrest)\b|\b(?:hardly|scant|without|sparse|little) (?:any )?(?:police|security|presence of (?:police|security))\b/u,
  /\bturn(?:ed|ing)? (?:away|down|deaf ear)\b[^.;]{0,40}\b(?:complain\w+|victims?|plea\w*|request\w*)\b|\bdeaf ears?\b|\bwent (?:completely )?unheeded\b/u,
  /\bducked for cover\b|\b(?:police|policemen|cops|police (?:team|party|force)|police (?:team|party) posted[^,.;]{0,40}) (?:reportedly |simply |just |quickly )?(?:ran away|fled|were missing|vanished|disappeared|arrived late|reached late|came late|readily obliged|obliged)\b/u,
  /\b(?:police|policemen|cops|authorities) (?:even )?(?:allowed|let) the (?:mob|mobs|crowd|rioters|people)\b/u,
  /\byet to (?:arrest|nab|trace|act|register|identify|respond|make (?:any|an?) (?:arrest|headway|breakthrough)s?)\b/u,
]

/** Words that open the gate for a sentence on omission. */
export const OMISSION_GATE: ReadonlySet<string> = new Set([
  ...INACTION,
  ...FAILURE,
  ...'failed fail failing fails mute helpless spectators spectator onlookers thumbs nowhere conspicuous refused allowed delayed nothing unheeded yet unable ignored neglected idle idly action inadequate watched able deployed bother bothered reluctant'.split(
    ' ',
  ),
])
