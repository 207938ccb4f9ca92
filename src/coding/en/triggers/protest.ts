/** Triggers of PROTEST and its forms. The format is described in `../../lexicon.ts`. */
export const PROTEST = `
PROTEST | v | protest | demo/rally | r:against i:against,over,about,at,for,obj | subj:people+actor -ccomp:any -to:actor | The miners {ed} against the ministry.
PROTEST | v | demonstrate | demo/rally | r:against i:against,over,for,about | subj:people+actor -obj:any -ccomp:any | The miners {ed} against the ministry.
PROTEST | v | rally | demo/rally | r:against i:against,for,over | subj:people -obj:actor against:any|for:any|outside:any|in:any | The miners {ed} against the ministry.
PROTEST | v | march, parade | demo/march | r:against i:against,for,over,to,demanding | subj:people | The miners {ed} against the ministry.
PROTEST | v | picket | demo/picket | r:obj i:over,against,for | subj:people | The miners {ed} the ministry.
PROTEST | v | take to ~ street, take to ~ streets, pour into ~ streets, flood ~ streets, fill ~ streets, come out into ~ streets, return to ~ streets, hit ~ streets, go out into ~ streets, pour onto ~ streets, come onto ~ streets, come out on ~ streets, take to ~ roads | demo/march | r:against i:over,against,for | subj:people | The miners {ed:the} against the ministry.
PROTEST | v | gather, assemble, congregate, mass, converge, turn out, crowd | demo/rally | r:against i:for,against,over,xcomp,advcl | subj:people sent:protest | The miners {ed} to protest against the law.
PROTEST | v | chant, shout, raise | demo/rally | r:against i:against,for | subj:people obj:slogan | The miners {ed} slogans against the ministry.
PROTEST | v | hold ~ sign, carry ~ sign, wave ~ placard, carry ~ placard, carry ~ banner, hold ~ placard, hold up ~ banner, wave ~ banner, hold ~ banner, unfurl ~ banner | demo/rally | r:against i:against,for,acl | subj:people | The miners {ed:a} against the ministry.
PROTEST | v | hold ~ vigil, light ~ candles | demo/vigil | i:for,over,against | subj:people | The miners {ed:a} for their friend.
PROTEST | v | stage ~ sit-in, sit in, occupy, squat | demo/sit-in | r:obj i:over,against,for | subj:actor obj?place+building+sitin | The students {ed:a} the ministry.
PROTEST | v | strike, down ~ tools, walk off ~ job, walk off ~ jobs, stop ~ work, go on strike, go on ~ strike, stay away from ~ work, stop work | strike/strike | r:against i:over,for,against,xcomp | subj:worker -obj:actor | The miners {ed:the} over wages.
PROTEST | v | walk out, stage ~ walkout, stage ~ walk-out | demo/rally | r:of i:over,in,of | subj:actor -of:doc | The miners {ed:a} over wages.
PROTEST | v | boycott | boycott/boycott | r:obj i:over,obj | obj:election+event+org+goods+building+actor subj?actor | The party {ed} the election.
PROTEST | v | blockade, barricade, block, obstruct | obstruct/blockade | r:obj i:over,against | subj:people obj:road+building+place | The miners {ed} the road.
PROTEST | v | riot, rampage, run riot, go on ~ rampage, run amok | riot/riot | r:against i:over,against | subj?people | The miners {ed:the} over wages.
PROTEST | v | pelt, stone | riot/riot | r:obj i:over | subj:protester obj?building+vehicle+place+org+actor+property | The mob {ed} the shops.
PROTEST | v | fast, refuse food, refuse ~ food, go on hunger strike, go on ~ hunger strike, begin ~ hunger strike, sew ~ lips | hunger/hunger-strike | i:against,over,for | subj:people | The prisoners {ed:their} over wages.
PROTEST | v | self-immolate, set himself on fire, set herself on fire, burn ~ effigy, burn ~ flag, burn ~ portrait | demo/rally | r:of i:over,against | subj?people | The workers {ed:an} of the king.
PROTEST | v | rise up, revolt, rise against, mutiny, rebel, resist ~ police, hurl ~ stones, throw ~ stones, throw ~ rocks, hurl ~ rocks, pelt ~ stones, throw ~ bottles | riot/riot | r:against,at,obj i:against,over | subj:people | The workers {ed} the police.
PROTEST | v | court ~ arrest, observe ~ bandh, observe ~ strike, enforce ~ bandh, call ~ bandh, observe ~ shutdown, observe ~ hartal | strike/strike | i:over,against,for | | The party {ed:a} over wages.
PROTEST | v | clash with | riot/riot | recip r:with | subj:protester | The demonstrators {ed} police.
PROTEST | n | rally, demonstration, protest, protest rally, protest meeting, mass protest, street protest, protest action, manifestation, agitation, dharna, gherao, protest gathering, counter-protest, counter-demonstration, flash mob, gathering of protesters, unsanctioned rally, mass rally, pro-democracy protest, anti-government protest, demo | demo/rally | a:by,of,poss,comp,light,from,among r:against i:against,over,for,about,at,demanding | -sent:motor | The {n} against the ministry drew hundreds.
PROTEST | n | march, protest march, procession of protesters, parade of protesters, march-past | demo/march | a:by,of,poss,comp,light r:against i:against,over,for | against:any|by:people|light|poss:people|sent:protest|comp:any | The {n} against the ministry drew hundreds.
PROTEST | n | picket, picketing, solo picket, one-man picket, single-person picket | demo/picket | a:by,of,poss,comp,light r:against,of i:against,over,for | | The {n} against the ministry went on.
PROTEST | n | vigil, candlelight vigil, silent vigil | demo/vigil | a:by,of,light i:for,over,against | -sent:mourning | A {n} for jailed writers was held.
PROTEST | n | sit-in, sit-down protest, occupation of the building, tent camp, protest camp | demo/sit-in | a:by,of,light r:against i:against,over,for | | A {n} against the ministry was held.
PROTEST | n | strike, general strike, walkout, work stoppage, industrial action, stoppage, bandh, hartal, shutdown strike, sickout, wildcat strike, labour strike, labor strike, transport strike, rail strike, teachers' strike | strike/strike | a:by,of,poss,comp,light r:against i:over,for,against | -comp:airy -sent:airstrike -on:place -on:building -on:armed | The {n} by miners over wages continued.
PROTEST | n | hunger strike, hunger-strike, fast unto death, fast-unto-death, relay fast | hunger/hunger-strike | a:by,of,poss,light r:against i:against,over,for | | The {n} by prisoners continued.
PROTEST | n | boycott | boycott/boycott | a:by,poss,light r:of,against i:of,over | of:any|by:actor|poss:actor|light | The {n} of the election by the party began.
PROTEST | n | blockade, roadblock, road block, rail roko, rasta roko, road blockade, chakka jam | obstruct/blockade | a:by,light,of,comp r:of,on i:over,against | by:people|comp:people|light:people|sent:protest | The {n} of the road by protesters went on.
PROTEST | n | riot, rioting, unrest, disorder, mob violence, communal violence, riots, violence, street fighting, ethnic violence, sectarian violence, disturbance, public disorder, mayhem, looting, arson, civil unrest, stone-throwing, rampage, melee | riot/riot | a:by,between,of,among,light,comp r:against i:over,against | -comp:domestic -sent:domestic | The {n} in the city left shops burnt.
PROTEST | n | uprising, revolt, rebellion, revolution, insurrection, mutiny, popular uprising, intifada | riot/riot | a:by,of,poss,comp r:against i:against | -comp:industrial | The {n} against the king was crushed.
PROTEST | n | civil disobedience, disobedience campaign, protest campaign, protest movement, noncooperation, stay-away, stayaway, candlelight protest, silent protest | demo/rally | a:by,of,poss,light r:against i:against,over,for | | The {n} against the ministry went on.
`
