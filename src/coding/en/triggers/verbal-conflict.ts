/** Triggers of REQUEST, ACCUSE, REJECT and THREATEN. The format is described in `../../lexicon.ts`. */
export const VERBAL_CONFLICT = `
# REQUEST: asks, demands, orders, appeals
REQUEST | v | demand, request | | r:from,of,obj i:obj,xcomp,ccomp | subj:actor | The union {ed} higher wages from the ministry.
REQUEST | v | urge, implore, beseech, entreat, beg, exhort, petition, lobby, pressure, pressurise, press, nudge, prod, caution | @02 | r:obj i:xcomp,to,for,ccomp,against | subj:actor | The union {ed} the ministry to act.
REQUEST | v | ask | @02 | r:obj,iobj i:ccomp | subj:actor that:any | The union {ed} that the ministry act.
REQUEST | v | ask, advise | @02 | r:obj,iobj i:xcomp,for | subj:actor xcomp:any|for:any | The union {ed} the ministry to act.
REQUEST | v | tell, instruct, direct, command | | r:obj,iobj i:xcomp,for | subj:actor xcomp:any|for:any | The union {ed} the ministry to act.
REQUEST | v | order | | r:obj i:xcomp,obj,ccomp | subj:actor -obj:conflictnoun xcomp:any|obj:event+restriction+policy | The court {ed} the ministry to act.
REQUEST | v | ask for, call for, appeal for, plead for, push for, press for, clamour for, clamor for, campaign for, agitate for, lobby for, advocate | @02 | r:from,on i:for,obj | subj:actor | The union {ed} an inquiry.
REQUEST | v | call on, call upon, appeal to, plead with, prevail upon, turn to | @02 | r:on,upon,to,with i:xcomp,for | subj:actor | The union {ed} the ministry to act.
REQUEST | v | appeal, plead | @02 | r:to i:for,xcomp | subj:actor -against:any -sent:plea | The union {ed} for calm.
REQUEST | v | seek | @02 | r:from,of i:obj,xcomp | subj:actor obj:event+doc+aidgoods+policy+justice | The union {ed} a meeting from the ministry.
REQUEST | v | insist, want, require, expect | | r:obj i:xcomp,on,ccomp | subj:actor xcomp:any obj:actor | The union {ed} the ministry to act.
REQUEST | v | want | | r:from i:obj | subj:actor obj:justice+event+policy+doc | The union {ed} an inquiry.
REQUEST | v | insist on, insist | | i:on,ccomp | subj:actor on:event | The union {ed} an inquiry.
REQUEST | v | summon, subpoena | meet | r:obj i:over,for | subj:actor obj:actor -obj:envoy | The ministry {ed} the governor.
REQUEST | v | set ~ deadline, serve ~ notice, issue ~ appeal, make ~ appeal, make ~ request, file ~ request, submit ~ request, table ~ motion, submit ~ motion, submit ~ petition, file ~ petition, submit ~ memorandum, hand over ~ petition, present ~ memorandum, hand ~ petition, sign ~ petition, deliver ~ letter, present ~ petition, start ~ petition | | r:to,on,iobj i:for,xcomp,acl | subj:actor | The union {ed:an} to the ministry.
REQUEST | v | have to stop, need to stop, must stop, should stop, must release, must resign, should resign, must leave, must end, should end, must withdraw, should withdraw, must accept, must return, must act, must pay, should pay, should act, should release, must respect, should forget | | a:speaker r:subj i:xcomp | quoted | "The ministry {base}," the union said.
REQUEST | v | convince, persuade, encourage | @02 | r:obj i:xcomp | subj:actor obj:actor xcomp:any -xcomp:meet | The union {ed} the ministry to act.
REQUEST | n | demand, request, appeal, plea, petition, call | | a:poss,by,from,of,comp,light r:to,on,from i:for,acl,of | light|for:any|acl:any | The union's {n} for an inquiry was heard.
REQUEST | n | motion, memorandum | | a:poss,by,from,light r:to i:for,on | light | The union submitted a {n} to the ministry.

# ACCUSE: criticises, accuses, sues, investigates
ACCUSE | v | condemn, denounce, deplore, decry, criticise, criticize, slam, blast, lambaste, lambast, lash out at, castigate, chide, rebuke, reprimand, admonish, censure, berate, scold, fault, assail, rap, bash, pan, ridicule, mock, disparage, belittle, deride, vilify, malign, insult, upbraid, excoriate, bemoan, lament, regret, denigrate, pillory, reproach, chastise | disapprove | r:obj i:for,over,obj,as | subj?actor | The union {ed} the ministry for its silence.
ACCUSE | v | summon, call in | disapprove | r:obj i:over,about,for,xcomp | subj:actor obj:envoy | The ministry {ed} the ambassador over the visit.
ACCUSE | v | disapprove of, complain about, complain of, complain against, find fault with, take issue with, rail against, hit out at, lash out against, take aim at, speak out against, object to, protest to, take exception to, inveigh against, fume at, poke fun at, take ~ swipe at, pour scorn on, heap scorn on, blow off, protest about, rage at, snap at, hit back at, express ~ concern about | disapprove | r:of,about,with,against,at,to,on i:of,about,to,over | subj?actor | The union {ed:a} the ministry.
ACCUSE | v | complain, grumble, protest | disapprove | r:to,about,against i:about,ccomp,of | subj:actor ccomp:any|about:any|to:any | The union {ed} that the ministry was silent.
ACCUSE | v | express ~ concern, voice ~ concern, express ~ anger, voice ~ anger, express ~ outrage, express ~ dismay, voice ~ disapproval, express ~ disappointment, voice ~ displeasure, express ~ displeasure, express ~ alarm, register ~ protest, lodge ~ protest, lodge ~ complaint, express ~ indignation, raise ~ concern, express ~ unhappiness, voice ~ criticism, express ~ regret, express ~ disgust, raise ~ objection, issue ~ condemnation, draw ~ criticism, voice ~ opposition, express ~ opposition, express ~ frustration, voice ~ fears | disapprove | r:at,with,to,against,about i:over,about,at,for | subj:actor | The union {ed:its} over the decision.
ACCUSE | v | be unhappy with, be unhappy about, be angry at, be angry with, be dissatisfied with, be disappointed with, be outraged by, be outraged at, be concerned about, be appalled by, be dismayed by, be furious with, be furious at, be critical of | disapprove | r:with,about,at,by,of i:with,about,at,by,of | subj:actor | The union {ed} the ministry.
ACCUSE | v | accuse | allege | r:obj i:of | | The union {ed} the ministry of fraud.
ACCUSE | v | blame, hold ~ responsible, attribute, pin ~ on, point ~ finger at, point ~ fingers at, scapegoat, lay ~ blame | allege | r:obj,on,to,at i:for,obj | subj?actor | The union {ed:the ministry} the ministry for the crash.
ACCUSE | v | suspect, allege, charge | allege | i:obj | subj?actor obj:crime+hand | The police {ed} fraud.
ACCUSE | v | allege | allege | r:csubj i:ccomp | ccomp:any | The union {ed} that the police took money.
ACCUSE | v | suspect, claim, charge | allege | r:csubj i:ccomp | subj:actor ccomp:conflict | The union {ed} that the police attacked workers.
ACCUSE | v | brand, label | disapprove | r:obj i:xcomp,as | subj?actor obj:actor+policy+doc | The union {ed} the ministry a failure.
ACCUSE | v | attack, assail | disapprove | r:obj,poss i:obj,over,for | subj:actor obj:policy+doc+statement | The union {ed} the proposal.
ACCUSE | v | call, describe, characterise, characterize, portray, denounce, depict, dismiss, deem, term, dub | disapprove | r:obj i:as,xcomp | subj?actor sent:negative | The union {ed} the law as shameful.
ACCUSE | v | charge, indict, book, arraign, implicate, impeach, prosecute, sue, incriminate | allege | r:obj i:with,for,over,on,in | obj:person+actor+place -obj:money -obj:datanoun | The prosecutor {ed} the mayor.
ACCUSE | v | launch ~ legal action, take ~ legal action, start ~ legal action, begin ~ legal action, file ~ lawsuit, file ~ suit, file ~ complaint, file ~ case, lodge ~ case, register ~ case, press ~ charge, file ~ charge, bring ~ charge, file ~ FIR, lodge ~ FIR, register ~ FIR, level ~ charge, level ~ accusation, make ~ accusation, make ~ allegation, file ~ chargesheet, launch ~ prosecution, take ~ to court, bring ~ case, put ~ on trial | allege | r:against,obj i:for,over,of | | The union {ed:a} against the ministry.
ACCUSE | v | go on trial, face ~ charge, stand trial, face trial, face ~ accusation, be on trial, face prosecution, face ~ allegation, be under investigation | allege | a:none r:subj i:for,over,of,on | subj:person+actor | The activist {ed:a} over fraud.
ACCUSE | v | investigate, probe | investigate | r:obj,into i:obj,over,about,on | subj?authority -sent:sport | The police {ed} the mayor over fraud.
ACCUSE | v | inquire into, enquire into, look into, interrogate, question, audit, scrutinise, scrutinize | investigate | r:obj,into i:obj,over,about,on | subj:authority obj:actor+event+crime+doc+conflictnoun | The police {ed} the mayor over fraud.
ACCUSE | v | launch ~ investigation, open ~ hearing, send ~ inspectors, dispatch ~ inspectors, send ~ investigators, dispatch ~ investigators, open ~ investigation, order ~ inquiry, launch ~ inquiry, order ~ investigation, open ~ inquiry, launch ~ probe, open ~ probe, order ~ probe, conduct ~ investigation, start ~ investigation, set up ~ commission, set up ~ working group, set up ~ inquiry, set up ~ committee, appoint ~ commission, establish ~ commission, conduct ~ inquiry, begin ~ investigation, open ~ case, announce ~ inquiry, hold ~ inquiry | investigate | r:into,against i:into,against,of | subj?actor -as:any | The police {ed:an} into the crash.
ACCUSE | v | expose, slander, defame | allege | r:obj i:obj | subj:actor obj:actor+crime | The paper {ed} the mayor.
ACCUSE | v | violate, breach, flout | allege | a:speaker r:subj i:obj | obj:doc+rights reported | The union said the ministry {ed} the law.
ACCUSE | v | rig, steal | allege | a:speaker r:subj i:obj | obj:election | The party said the council {ed} the election.
ACCUSE | v | demonise, demonize, boo, heckle, jeer, hoot | disapprove | r:against,obj i:against | subj:actor obj?actor+slogan | The workers {ed:the} the minister.
ACCUSE | n | accusation, allegation, charge, lawsuit, indictment | allege | a:poss,by,from,comp,light r:against i:of,that,acl | against:any|light|poss:actor|ccomp:any | The {n} against the mayor was read.
ACCUSE | n | criticism, condemnation, denunciation, outcry, rebuke, reprimand, complaint, outrage, backlash | disapprove | a:poss,by,from,of,light,comp r:of,against,at i:over,about,of,at | of:any|against:any|over:any|from:actor|light | The union's {n} of the ministry was harsh.
ACCUSE | n | investigation, inquiry, enquiry, probe, commission of inquiry | investigate | a:poss,by,light,comp r:into,of,against i:into,of | into:any|light|by:actor|poss:actor|comp:actor | The {n} into the crash went on.

# REJECT: refuses, declines, vetoes, cancels, bars entry
REJECT | v | reject, rebuff, spurn, rule out, turn down, refute, repudiate, disavow, veto, vote down, vote against, vote out, oppose, dismiss, scuttle, brush aside, brush off, shoot down, throw out, defy, disregard, snub, disown, renounce | | r:by,of,poss,from i:obj,against | subj:actor obj?event+doc+policy+statement+actor+offer+justice+place -obj:degree | The government {ed} the proposal.
REJECT | v | refuse | | r:iobj,to,with i:obj,xcomp | subj?actor -xcomp:speak | The government {ed} to cooperate with the union.
REJECT | v | decline | | r:iobj,to,with i:obj,xcomp | subj?actor -xcomp:speak xcomp:any|obj:any | The government {ed} to cooperate with the union.
REJECT | v | deny | | r:iobj i:obj | subj:authority obj:permission | The court {ed} permission for the march.
REJECT | v | oppose, resist, object, withstand | | r:obj i:obj,to | subj:actor obj?policy+doc+event+actor | The party {ed} the bill.
REJECT | v | ignore, disobey | | r:obj,poss i:obj | subj:actor obj:doc+offer+restriction+demandnoun | The government {ed} the appeal.
REJECT | v | renege on, back out of, walk away from, pull out of, walk out of, drop out of, withdraw from, opt out of | | r:of,from,on i:of,from,on | subj:actor obl:doc+agreementnoun+consult+policy | The government {ed} the agreement.
REJECT | v | cancel, postpone, call off, put off, boycott, skip, suspend, break off, scrap, abandon, adjourn | meet | r:with i:obj | obj:consult+visitnoun | The government {ed} the talks.
REJECT | v | deny ~ entry, refuse ~ entry, bar ~ from entering, bar ~ from entry, turn away, deny ~ visa, refuse ~ visa, refuse ~ permission, deny ~ permission, ban ~ from entering, turn back, refuse ~ bail, deny ~ bail, reject ~ bail, deny ~ request | | r:iobj,obj,to i:for | subj?actor | The police {ed:the} to the writer.
REJECT | v | not grant, not been granted, say no to, fail to agree, fail to reach, not recognise, not recognize, not accept, not agree, not negotiate, not meet, not talk, not attend, not surrender, not support, not allow, not permit | | r:obj,with,to i:obj,xcomp | subj:actor | The rebels {ed} the terms.
REJECT | v | collapse, break down, founder, fail, stall | meet | recip a:none r:none | subj:consult | The talks {ed}.
REJECT | n | rejection, refusal, veto, opposition, denial, dismissal, defiance, cancellation | | a:poss,by,from,of,light,comp r:to i:of,to,acl | of:any|to:any|poss:actor|acl:any|by:actor | The government's {n} of the proposal came late.

# THREATEN: warns of serious consequences
THREATEN | v | threaten | | r:obj,against i:xcomp,with,ccomp,obj | subj:actor | The rebels {ed} the government with war.
THREATEN | v | warn | | r:obj,against i:ccomp,of,against,about | subj:actor ccomp:conflict|of:conflictnoun|obj:actor | The rebels {ed} the government of war.
THREATEN | v | vow revenge, vow ~ revenge, swear ~ revenge, vow ~ retaliation, promise ~ retaliation, pledge ~ retaliation, vow to avenge, vow to fight, vow to kill, vow to punish, vow to destroy, promise to avenge, promise ~ response, vow ~ response, threaten ~ retaliation, vow to retaliate, pledge to retaliate, vow to crush, vow to attack, vow to strike, swear to avenge, threaten ~ strike, threaten ~ boycott | | r:against,on,to,obj i:for,against | subj:actor | The rebels {ed} the government.
THREATEN | v | plot, conspire, scheme | violence | r:against,to i:obj,xcomp | obj:conflictnoun|xcomp:conflict|against:actor | The officers {ed} a coup.
THREATEN | v | issue ~ warrant, issue ~ arrest warrant | arrest | r:for,against | subj:actor | The court {ed:an arrest} for the general.
THREATEN | v | blackmail, intimidate, menace | | r:obj | subj:actor obj:actor | The rebels {ed} the villagers.
THREATEN | v | issue ~ ultimatum, give ~ ultimatum, issue ~ threat, make ~ threat, issue ~ warning, send ~ warning, give ~ warning, sound ~ warning | | r:against,to,obj i:of,ccomp,to | subj:actor | The rebels {ed:a} to the government.
THREATEN | v | phone in ~ threat, receive ~ threat | violence | a:from r:subj | | The mayor {ed:a} from the rebels.
THREATEN | n | threat, ultimatum, warning | | a:poss,by,from,of,light r:against,to i:of,acl | acl:any|against:actor|of:conflictnoun|light|poss:actor | The rebels' {n} against the government was heard.
THREATEN | n | bomb threat, death threat | violence | a:by,from,poss r:against,to i:against | | A {n} against the mayor was received.
THREATEN | n | arrest warrant | arrest | a:by,from r:for,against | | An {n} for the general was signed.
`
