import { describe, expect, it } from 'vitest'
import { identifyLanguage } from './identify-language.ts'

describe('identifyLanguage', () => {
  const cases: [string, string][] = [
    ['en', 'Police dispersed a rally of about two hundred people in the centre of the city on Sunday, officials said.'],
    [
      'en',
      'Officials from Iraq and Qatar met the envoy; al-Qaeda denied that it had been behind the attack on the school.',
    ],
    ['ru', 'В воскресенье в центре города полиция разогнала митинг, в котором приняли участие около двухсот человек.'],
    ['ru', 'Президент Токаев подписал закон о мирных собраниях.'],
    ['kk', 'Жексенбі күні қала орталығында екі жүзге жуық адам қатысқан митингіні полиция таратып жіберді.'],
    ['ky', 'Жекшемби күнү шаардын борборунда өткөн митингге эки жүзгө жакын адам катышты.'],
    ['ky', 'Парламент жана депутаттар бул маселе боюнча чогулуп, добуш бермек болгон.'],
    ['uk', 'У неділю в центрі міста поліція розігнала мітинг, у якому взяли участь близько двохсот людей.'],
    ['tr', 'Polis, pazar günü şehir merkezinde yaklaşık iki yüz kişinin katıldığı gösteriyi dağıttı.'],
    ['zh', '星期日,警方驱散了市中心约二百人参加的集会。'],
    ['kk', 'Jeksenbi küni qala ortalyğynda eki jüzge juyq adam qatysqan mitingini polisia taratyp jiberdi.'],
    [
      'uz',
      "Yakshanba kuni shahar markazida ikki yuzga yaqin odam qatnashgan mitingni politsiya tarqatib yubordi va bu haqda ma'lum qildi, deb yozmoqda O'zbekiston matbuoti.",
    ],
    ['uz', 'Якшанба куни шаҳар марказида икки юзга яқин одам қатнашган митингни полиция тарқатиб юборди.'],
    ['tg', 'Рӯзи якшанбе дар маркази шаҳр пулис гирдиҳамоии қариб дусад нафарро пароканда кард.'],
    ['de', 'Die Polizei hat am Sonntag eine Kundgebung von etwa zweihundert Menschen in der Innenstadt aufgelöst.'],
    ['ja', '日曜日、警察は市中心部で開かれた約二百人の集会を解散させた。'],
    ['und', '12:30 — 14:00 ***'],
    ['und', ''],
  ]
  it.each(cases)('%s: %s', async (language, text) => {
    expect((await identifyLanguage(text)).language).toBe(language)
  })

  it('is not misled by foreign names in the other script', async () => {
    const text = 'Компания Chevron Munaigas Inc сообщила, что Tengizchevroil LLP продолжит работу на месторождении.'
    expect((await identifyLanguage(text)).language).toBe('ru')
  })
})
