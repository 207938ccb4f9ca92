/**
 * Triggers of AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID and RETREAT. One row is a class of words that share
 * sense, frame and conditions; the format is described in `../../lexicon.ts`.
 */
export const COOPERATION = `
# AGREE: commits to cooperate
AGREE | v | agree to, consent to, accede to, assent to | | r:with i:to,xcomp | | The government {ed} the plan.
AGREE | v | agree on, agree upon | | recip r:with i:on,upon | | The two governments {ed} a timetable.
AGREE | v | agree | | r:with i:xcomp,ccomp,on,to,over | subj?actor | The ministry {ed} that talks should resume.
AGREE | v | pledge, promise, vow, undertake, guarantee, commit itself to, commit themselves to | | r:iobj,to i:obj,xcomp,ccomp,to | -xcomp:conflict -obj:conflict subj:actor | The government {ed} reforms to the union.
AGREE | v | offer, propose | | r:iobj,to,with i:obj,xcomp | subj:actor obj?offer+event | The minister {ed} talks to the rebels.
AGREE | v | invite | | r:obj i:to,xcomp,for | subj:actor obj:actor | The president {ed} the opposition to the palace.
AGREE | v | reach ~ agreement, reach ~ deal, reach ~ accord, strike ~ deal, reach ~ compromise, reach ~ understanding, reach ~ consensus, clinch ~ deal, forge ~ agreement, conclude ~ agreement | | recip r:with i:on,over | | The two governments {ed:an} on water.
AGREE | v | express ~ willingness, express ~ readiness, voice ~ readiness, signal ~ willingness, signal ~ readiness, declare ~ readiness | | r:with,to i:xcomp,acl | | The minister {ed:its} to talk.
AGREE | v | extend ~ invitation, issue ~ invitation | | r:to | | The president {ed:an} to the queen.
AGREE | v | accept | | r:of,from i:obj | obj:offer+event | The rebels {ed} the offer.
AGREE | v | form ~ coalition, join ~ coalition, form ~ alliance, enter ~ coalition, form ~ partnership | | recip r:with | | The party {ed:a} with the greens.
AGREE | a | ready, willing, prepared | | i:xcomp r:with | subj:actor xcomp:cooperation | The ministry is {n} to cooperate with the union.
AGREE | n | agreement, accord, deal, pact, memorandum, understanding | | recip a:between,light,comp,of r:with i:on,over,about,to | light | The two states reached an {n} on water.
AGREE | n | pledge, commitment, promise, offer, undertaking | | a:poss,by,from,of,comp r:to i:of,xcomp,acl | | The government's {n} to the union was welcomed.
AGREE | n | invitation | | a:poss,from,of,by r:to | | The {n} from the president to the queen was read.

# CONSULT: talks, meetings, visits, calls
CONSULT | v | meet | | recip r:obj,with i:over,about,on | subj:actor -obj:notobj | The president {ed} the ambassador.
CONSULT | v | meet | | recip r:with i:over,about,on,xcomp | subj:actor -obj:any | The ministers {ed} in the capital.
CONSULT | v | meet with, confer with, consult with, sit down with, hold talks with, huddle with, converse with, talk with, speak with, liaise with | | recip r:with i:about,on,over | subj:actor | The president {ed} the opposition.
CONSULT | v | consult, brief | | r:obj i:on,about,over | subj:actor obj:actor | The minister {ed} the governor.
CONSULT | v | talk to, speak to, chat with | | r:to,with i:about,on,over | subj:actor -obl:media | The president {ed} the governor about the crisis.
CONSULT | v | negotiate | | recip r:with i:obj,over,on,about | subj:actor | The union {ed} with the ministry.
CONSULT | v | discuss | | recip r:with i:obj | subj:actor | The ministers {ed} the border with the delegation.
CONSULT | v | mediate, broker, arbitrate, facilitate | third-party | r:between,obj i:obj,in | subj:actor obj?consult+conflictnoun+agreementnoun | The envoy {ed} talks between the rebels and the army.
CONSULT | v | intercede, mediate between | third-party | r:between,with | subj:actor | The bishop {ed} between the rebels and the army.
CONSULT | v | visit, tour | visit | r:obj i:xcomp,advcl | subj:official obj:place+actor | The president {ed} Kenya.
CONSULT | v | pay ~ visit to, make ~ visit to, pay ~ visit, make ~ trip to | visit | r:to | subj:actor | The president {ed:a} Kenya.
CONSULT | v | travel to, fly to, arrive in, go to, head to, journey to, land in, fly into | visit | r:to,in,into | subj:official obl:place | The foreign minister {ed} Beijing for talks.
CONSULT | v | host, receive, welcome | visit | r:obj host | subj:official obj:official | The president {ed} the prime minister in the palace.
CONSULT | v | host | visit | a:subj r:none | subj:actor obj:consult | The emir {ed} peace talks.
CONSULT | v | phone, telephone, ring up, speak by phone with | phone | r:obj,with | subj:actor | The president {ed} the prime minister.
CONSULT | v | hold ~ phone call with, have ~ phone call with, speak by telephone, speak by phone, speak on the phone, talk by phone, talk on the phone | phone | recip r:with,to | subj:actor | The president {ed:a} the king.
CONSULT | n | telephone call, phone call, telephone conversation, phone conversation, video call, video conference, telephone talk | phone | recip a:between,light,of,by r:with,to i:about,on | | The president had a {n} with the king.
CONSULT | n | =talks, negotiation, consultation, dialogue, meeting, summit, discussion, conference | | recip a:between,light,among,of,poss,comp r:with i:on,about,over | -comp:press | The {n} between the union and the ministry went on.
CONSULT | n | summit, round table, roundtable, trilateral meeting, ministerial meeting | multilateral | recip a:of,between,light,among r:with i:on,about,over | | The {n} of regional leaders opened.
CONSULT | n | visit, trip, tour, state visit | visit | a:poss,of,by,light,comp r:to,of i:for | a:official | The president's {n} to Kenya began.
CONSULT | n | mediation, mediation mission, mediation effort, peace mission, shuttle diplomacy, good offices | third-party | a:poss,by,of,comp r:between | | {N} by the envoy between the army and the rebels went on.

# SUPPORT: praise, endorse, recognise, sign
SUPPORT | v | praise, laud, applaud, commend, hail, salute, extol, compliment, congratulate, thank, honour, honor, acclaim, eulogize | @051 | r:obj i:for,on | subj:actor obj:actor+event+doc+policy | The president {ed} the police for their patience.
SUPPORT | v | welcome | @051 | r:of,by,poss i:obj | subj:actor obj:event+doc+policy | The ministry {ed} the decision.
SUPPORT | v | endorse, back, support, champion, embrace | @051 | r:obj i:obj,in,for | subj:actor obj:actor+event+doc+policy | The party {ed} the candidate.
SUPPORT | v | approve of, side with, rally behind, stand with, stand behind, throw ~ support behind, come out in favor of, come out in favour of, vote for, vote in favour of, vote in favor of, speak in favour of, speak in favor of | | r:of,with,behind,by,for i:for,of | subj:actor | The council {ed} the mayor.
SUPPORT | v | stand by | | r:by | subj:actor by:actor+doc+policy | The council {ed} the mayor.
SUPPORT | v | express ~ support, voice ~ support, declare ~ support, reiterate ~ support, pledge ~ support, affirm ~ support, reaffirm ~ support, express ~ solidarity, voice ~ solidarity, express ~ satisfaction, express ~ appreciation, express ~ gratitude, express ~ confidence, show ~ solidarity | @051 | r:for,with,to,in i:for | subj:actor | The minister {ed:his} for the union.
SUPPORT | v | ratify, approve, pass, adopt, endorse, sanction, greenlight, enact, okay | @057 | r:with i:obj | subj?actor obj:doc | The parliament {ed} the treaty.
SUPPORT | v | pass, clear | | a:by | subj:doc -obj:actor | The bill {ed} its first reading.
SUPPORT | v | sign, initial, ink | @057 | recip r:with i:obj | obj:doc+agreementnoun | The two presidents {ed} the treaty.
SUPPORT | v | recognise, recognize | @054 | r:obj i:as | subj:official obj:actor+place | The government {ed} Kosovo.
SUPPORT | v | defend, stand up for, speak up for | @052 | r:obj i:for | subj:actor obj:actor+policy+doc | The minister {ed} the decision.
SUPPORT | v | appoint, nominate, name, elect, choose, pick, select | | r:obj,as i:as | subj:actor obj:official | The president {ed} the general as minister.
SUPPORT | v | award, decorate | | r:obj,iobj,to i:with,obj | obj:actor+prize | The king {ed} the general.
SUPPORT | v | cement ~ ties, strengthen ~ ties, restore ~ ties, normalise ~ relations, normalize ~ relations, establish ~ relations, establish ~ ties, open ~ embassy, reopen ~ embassy, restore ~ relations, improve ~ relations, deepen ~ ties, boost ~ ties, resume ~ relations, upgrade ~ ties | | r:with | subj:actor | The two countries {ed:their}.
SUPPORT | v | express ~ condolences, offer ~ condolences, extend ~ condolences, send ~ condolences, express ~ sympathy, convey ~ condolences, pay ~ tribute | | r:to | subj:actor | The president {ed:his} to the families.
SUPPORT | n | praise, endorsement, ratification, backing | | a:poss,from,of,by,light r:for,of,to i:for,of | a?actor | {N} from the president for the police came late.
SUPPORT | n | treaty, accord, agreement, pact, deal | @057 | recip a:between,with,of r:with i:on | gov:sign+ratify | The two presidents signed a {n}.
SUPPORT | n | recognition | | a:poss,by,from r:of | of:place+actor | {N} of Kosovo by the government followed.

# CONCEDE: gives way in words
CONCEDE | v | apologise, apologize | | r:to i:for | subj:actor | The minister {ed} to the families.
CONCEDE | v | express ~ regret, express ~ remorse, offer ~ apology, issue ~ apology, admit ~ guilt, admit ~ mistake, acknowledge ~ mistake, admit ~ responsibility | | r:to,for i:for,over | subj:actor | The minister {ed:his} for the shooting.
CONCEDE | v | pardon, amnesty, acquit, exonerate, absolve, clear, reprieve | | r:obj i:of | obj:actor | The court {ed} the activist.
CONCEDE | v | grant ~ amnesty, grant ~ pardon, declare ~ amnesty, grant ~ bail, grant ~ clemency, commute ~ sentence, reduce ~ sentence, overturn ~ conviction, quash ~ conviction, drop ~ charge, withdraw ~ charge, dismiss ~ charge, drop ~ case, drop ~ matter, withdraw ~ case | | r:iobj,to,against,of | | The court {ed:the} to the activist.
CONCEDE | v | lift ~ sanctions, ease ~ sanctions, remove ~ sanctions, suspend ~ sanctions, waive ~ sanctions, end ~ sanctions, lift ~ embargo, ease ~ embargo, end ~ embargo | @085 | r:on,against,for,of | subj?actor | The government {ed:the} against the town.
CONCEDE | v | lift, ease, relax, loosen, revoke, rescind, scrap, abolish, repeal, waive, end, remove, suspend, cancel, shorten | | r:on,against,for,of i:obj | obj:restriction subj?actor | The government {ed} the curfew.
CONCEDE | v | lift ~ emergency, lift ~ siege, lift ~ martial law, end ~ emergency, ease ~ lockdown, lift ~ moratorium, lift ~ boycott, end ~ boycott | | r:on,against,for,of i:obj | subj?actor | The government {ed:the} in the city.
CONCEDE | v | suspend, call off, end, halt, stop, cancel, postpone, discontinue, abandon, withdraw | | a:subj r:with i:obj | obj:protest | The union {ed} the strike.
CONCEDE | v | agree to withdraw, agree to release, agree to resign, agree to leave | | i:xcomp | subj:actor | The army {ed}.
CONCEDE | v | declare ~ ceasefire, announce ~ ceasefire, declare ~ truce, announce ~ truce, agree ~ ceasefire, agree ~ truce, accept ~ ceasefire, offer ~ ceasefire, declare ~ cease-fire, announce ~ cease-fire, extend ~ ceasefire, agree ~ cease-fire, accept ~ truce, declare ~ moratorium, impose ~ moratorium, announce ~ moratorium, enact ~ moratorium, introduce ~ moratorium | | r:with i:on | | The rebels {ed:a} in the province.
CONCEDE | v | bow to, give in to, yield to, back down on, back down, give way to, cave in to, relent, capitulate, back off, climb down, acquiesce, make ~ concession, offer ~ concession | | r:to i:to,on | subj:actor | The government {ed} pressure.
CONCEDE | v | reinstate, rehabilitate | | r:obj | obj:actor | The ministry {ed} the teachers.
CONCEDE | v | reverse, retract, backtrack on, take back, roll back, walk back, shelve | | i:obj,on r:for | obj?policy+doc+statement subj:actor | The government {ed} the decision.
CONCEDE | v | withdraw, drop, scrap, abandon | | i:obj r:for | obj:policy+doc+statement+hike subj:actor | The government {ed} the bill.
CONCEDE | v | suspend, cancel, freeze, postpone, delay, reverse, shelve, defer, restore, undo | | i:obj r:for | obj:hike subj:authority | The government {ed} the rise in fares.
CONCEDE | v | annul, invalidate | | i:obj r:of | obj:election+outcome subj:authority | The commission {ed} the result of the election.
CONCEDE | v | concede, meet ~ demand, accept ~ demand, satisfy ~ demand, agree to ~ demand, fulfil ~ demand | | r:to,of i:obj | subj:actor | The government {ed:the} of the miners.
CONCEDE | n | apology, pardon, amnesty, acquittal, clemency, moratorium, concession | | a:poss,by,from,of,light,comp r:to,for,of i:for,on | | The {n} by the government came late.

# COOPERATE: mutual and material
COOPERATE | v | cooperate, co-operate, collaborate, team up, join forces, work together, work jointly, partner | | recip r:with i:on,in,over | subj:actor | The police {ed} with the army.
COOPERATE | v | trade with, do business with, share ~ intelligence, exchange ~ intelligence, exchange ~ information, share ~ information, share ~ evidence, share ~ expertise, share ~ technology, exchange ~ evidence, hold ~ drill, conduct ~ drill, hold ~ exercises, conduct ~ exercises, hold ~ maneuvers, stage ~ exercises, hold ~ manoeuvres, conduct ~ patrol | | recip r:with | subj:actor | The two armies {ed:joint} with the neighbours.
COOPERATE | v | extradite | @063 | a:subj r:to i:obj | | The government {ed} the banker to France.
COOPERATE | v | sell, supply, export, ship | | r:to,iobj i:obj | subj:actor obj:goods to:actor | The company {ed} gas to Germany.
COOPERATE | v | buy, purchase, import | | r:from i:obj | subj:state obj:goods from:actor | The government {ed} gas from Russia.
COOPERATE | v | invest in, invest | | r:in i:obj | subj:actor in:place | China {ed} in Kazakhstan.
COOPERATE | n | war game, joint military exercise, military exercise, naval exercise, joint exercises, military drill, naval drill, cooperation, co-operation, collaboration, joint exercise, joint drill, joint patrol, joint operation, intelligence sharing, military exercises, war games | | recip a:between,of,by,light,comp r:with i:on,in | a?actor | {N} between the two armies went on.
COOPERATE | n | extradition | @063 | a:by,from,poss r:to i:of | | The {n} of the banker to France was reported.

# AID: one-sided and material
AID | v | donate, contribute, bestow, hand out, gift | | r:to,iobj,for i:obj | subj:actor -obj:person | The government {ed} money to the refugees.
AID | v | supply, provide, send, deliver, give, ship | @072 | r:to,iobj,for,obj i:obj,with | obj:weapon | The agency {ed} weapons to the refugees.
AID | v | provide, supply, send, deliver, give, dispatch, airlift, grant, extend, disburse, allocate, distribute, lend, ship, hand, hand over | | r:to,iobj,for i:obj,with | obj:aidgoods+goods+weapon | The agency {ed} food to the refugees.
AID | v | provide, supply, present | | r:obj i:with | subj:actor obj:actor with:aidgoods+goods+weapon+vehicle+aircraft+property | The agency {ed} the refugees with food.
AID | v | provide ~ with, supply ~ with, arm | | r:obj i:with | subj:actor obj:actor | The army {ed:the rebels} weapons.
AID | v | fund, finance, bankroll, subsidise, subsidize, bail out, compensate | | r:obj i:for | obj:actor+place+org subj:actor | The bank {ed} the city.
AID | v | receive, get, obtain | | a:from,by r:subj i:obj | obj:aidgoods subj:actor | The refugees {ed} aid from the agency.
AID | v | rescue, evacuate, save, free, liberate | | r:obj i:from | obj:person subj:forces | The army {ed} the hostages.
AID | v | shelter, house, feed, resettle, treat | | r:obj | obj:victim subj:actor | The agency {ed} the refugees.
AID | v | grant ~ asylum, give ~ asylum, offer ~ asylum, grant ~ refuge, give ~ shelter, offer ~ shelter, grant ~ citizenship, give ~ refuge, provide ~ shelter | @075 | r:to,iobj | | The government {ed:the writer}.
AID | v | forgive ~ debt, cancel ~ debt, write off ~ debt, reschedule ~ debt, waive ~ loan | | r:of,for,to | | The government {ed:the} of Kenya.
AID | v | train, equip | | r:obj | subj:actor obj:forces+police+official+worker | The army {ed} the police.
AID | v | send ~ peacekeepers, deploy ~ peacekeepers, keep ~ peace, protect ~ civilians, provide ~ security, provide ~ protection | | r:to,for,in | subj:actor | The union {ed:the} to the province.
AID | n | humanitarian aid, military aid, financial aid, food aid, relief aid, aid package, development aid, emergency aid, relief supplies, aid, humanitarian assistance, financial assistance, military assistance, debt relief, relief operation, aid shipment, relief effort, rescue operation, rescue package, bailout, loan, grant, asylum | | a:poss,from,by,light,of,comp r:to,for i:of,worth | light|to:actor|for:actor | The {n} from the bank to the country arrived.
AID | n | rescue, evacuation | | a:by,poss r:of | of:person | The {n} of the hostages by the army took hours.

# RETREAT: gives way in deeds
RETREAT | v | release, free, set free, liberate, let go | release | r:obj | obj:person subj?actor -obj:datanoun | The police {ed} the activists.
RETREAT | v | release ~ on bail, free ~ on bail, release ~ from prison, release ~ from custody, release ~ from jail, free ~ from prison, free ~ from jail | release | r:obj | | The court {ed:the activist}.
RETREAT | v | exchange ~ prisoners, swap ~ prisoners, exchange ~ detainees, swap ~ detainees, exchange ~ captives | release | recip r:with | subj:actor | The two armies {ed:the} with the neighbours.
RETREAT | n | prisoner swap, prisoner exchange, exchange of prisoners, swap of prisoners | release | recip a:between,of,by,light r:with | | The {n} between the two armies was announced.
RETREAT | v | walk free, leave prison, leave jail | release | a:none r:subj | subj:person | The activist {ed}.
RETREAT | v | withdraw, pull out, retreat, pull back, redeploy | withdraw | a:subj r:from i:obj | subj?actor obj?forces -from:notplace sense:forces | The army {ed} from the town.
RETREAT | v | leave | withdraw | a:subj r:none i:none | subj:soldiery obj:place | The army {ed} the town.
RETREAT | v | withdraw ~ troops, pull out ~ troops, pull ~ troops, withdraw ~ forces, pull out ~ forces, bring home ~ troops, withdraw ~ soldiers, recall ~ troops, cede ~ control, hand over ~ control, cede ~ territory, evacuate ~ settlement | withdraw | r:from,to | subj?actor | The government {ed:its} from the province.
RETREAT | v | hand over, hand in, give up, turn in, surrender | disarm | r:to i:obj | subj:armed obj:weapon | The rebels {ed} the rifles to the army.
RETREAT | v | surrender, lay down ~ arms, lay down ~ weapons, give up ~ arms, hand over ~ weapons, hand in ~ weapons, disarm, demobilise, demobilize, disband, turn in ~ weapons, lay down ~ arm | disarm | r:to i:obj | subj:armed | The rebels {ed:their} to the army.
RETREAT | v | resign, step down, quit, stand down, leave ~ office, lose ~ job, lose ~ jobs, lose ~ post, tender ~ resignation, submit ~ resignation, hand in ~ resignation, step aside, bow out, abdicate | resign | i:over,from,as,after | subj:official | The minister {ed:his} over the scandal.
RETREAT | v | allow ~ inspectors, let in ~ inspectors, admit ~ inspectors, admit ~ observers, allow ~ observers, open ~ border, reopen ~ border, allow ~ access, grant ~ access, reopen ~ crossing, open ~ crossing, restore ~ access | access | r:to,for | subj?actor | The government {ed:the} to the site.
RETREAT | v | return, hand back, give back, restitute | | r:to i:obj | obj:any obj:property|-obj:person to:actor+place | The museum {ed} the land to the tribe.
RETREAT | v | observe ~ ceasefire, hold ~ ceasefire, halt ~ attacks, stop ~ attacks, cease ~ fire, end ~ siege, lift ~ siege, end ~ blockade, lift ~ blockade, halt ~ offensive, stop ~ offensive, end ~ hostilities, cease ~ hostilities, suspend ~ operations, end ~ occupation | ceasefire | r:against,with,of | | The army {ed:the} in the town.
RETREAT | v | take effect | ceasefire | a:none r:none | subj:ceasefire | The truce {ed}.
RETREAT | n | resignation | resign | a:poss,of,light,by i:over | a:official | The {n} of the minister was announced.
RETREAT | n | withdrawal, pullout, pull-out, retreat, redeployment, pullback | withdraw | a:poss,of,by,comp r:from i:of | sense:forces | The {n} of the army from the town began.
RETREAT | n | release, freeing | release | a:by,poss,light r:of i:of | of:person | The {n} of the hostages by the rebels was announced.
RETREAT | n | ceasefire, cease-fire, truce, armistice | ceasefire | recip a:between,light,by,of r:with | light|between:actor | A {n} between the rebels and the army was declared.
RETREAT | n | disarmament, surrender, demobilisation, demobilization | disarm | a:of,by,poss,comp r:to | a?armed | The {n} of the rebels began.
`
