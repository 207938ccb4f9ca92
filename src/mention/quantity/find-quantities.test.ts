import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantityMention } from '../mention.ts'
import { findQuantities } from './find-quantities.ts'
import { readQuantity } from './read-quantity.ts'

function find(text: string, language = 'en') {
  return findQuantities({
    text,
    analysis: { language, sentences: [], lowerCase: false },
    published: { from: '2021-07-23', to: '2021-07-23', basis: 'given' },
  })
}

/** `kind low..high qualifier` of every quantity of a text. */
function seen(text: string, language?: string): string[] {
  return find(text, language).map((q) => `${q.kind} ${q.low}..${q.high} ${q.qualifier}`)
}

describe('readQuantity', () => {
  it.each([
    ['450 marchers', 450, 450, 'exact'],
    ['thirty-one pupils', 31, 31, 'exact'],
    ['a dozen women', 12, 12, 'exact'],
    ['half a million citizens', 500_000, 500_000, 'exact'],
    ['2.4m voters', 2_400_000, 2_400_000, 'exact'],
    ['30k fans', 30_000, 30_000, 'exact'],
    ['a 150-strong column', 150, 150, 'exact'],
    ['some 80 monks', 80, 80, 'approx'],
    ['an estimated 7,000 farmers', 7000, 7000, 'approx'],
    ['a couple of dozen monks', 24, 24, 'approx'],
    ['nearly 60 nurses', 60, 60, 'below'],
    ['close to 900 drivers', 900, 900, 'below'],
    ['more than 40 miners', 40, null, 'at_least'],
    ['upwards of 2 lakh farmers', 200_000, null, 'at_least'],
    ['no fewer than 12 clerks', 12, null, 'at_least'],
    ['200 or more drivers', 200, null, 'at_least'],
    ['up to 700 fans', null, 700, 'at_most'],
    ['as many as 65 students', null, 65, 'at_most'],
    ['between 20 and 30 men', 20, 30, 'range'],
    ['20-25,000 pilgrims', 20_000, 25_000, 'range'],
    ['four or five hundred men', 400, 500, 'range'],
    ['from 60 to 90 clerks', 60, 90, 'range'],
    ['dozens of nurses', 24, 99, 'vague'],
    ['several dozen nurses', 36, 99, 'vague'],
    ['a few dozen nurses', 36, 60, 'vague'],
    ['scores of monks', 40, 99, 'vague'],
    ['hundreds of monks', 200, 999, 'vague'],
    ['several hundred monks', 300, 999, 'vague'],
    ['many hundreds of monks', 500, 999, 'vague'],
    ['thousands of monks', 2000, 9999, 'vague'],
    ['a few thousand monks', 3000, 5000, 'vague'],
    ['tens of thousands of fans', 20_000, 99_999, 'vague'],
    ['hundreds of thousands of fans', 200_000, 999_999, 'vague'],
    ['lakhs of farmers', 200_000, 999_999, 'vague'],
    ['a handful of monks', 3, 10, 'vague'],
    ['a small group of nurses', 3, 20, 'vague'],
    ['a large crowd', null, null, 'vague'],
    ['€3.5bn', 3.5e9, 3.5e9, 'money'],
    ['90 million roubles', 9e7, 9e7, 'money'],
    ['organisers put the crowd at 900; police said 300', 300, 900, 'disputed'],
    ['nobody', 0, 0, 'exact'],
  ])('%s', (phrase, low, high, qualifier) => expect(readQuantity(phrase)).toMatchObject({ low, high, qualifier }))

  it('derives the readings of other projects', () => {
    expect(readQuantity('dozens of nurses')).toMatchObject({ cccLow: 24, countLove: 20 })
    expect(readQuantity('hundreds of nurses')).toMatchObject({ cccLow: 200, countLove: 100 })
    expect(readQuantity('a dozen nurses')).toMatchObject({ cccLow: 12, countLove: 10 })
    expect(readQuantity('up to 70 nurses')).toMatchObject({ cccLow: 70, countLove: 70 })
  })

  it('keeps currencies apart by their code', () => {
    expect(readQuantity('a levy of 9,000 tenge ($20)')).toMatchObject({ low: 9000, unit: 'KZT' })
    expect(readQuantity('C$12')).toMatchObject({ unit: 'CAD' })
    expect(readQuantity('Rs 5 lakh')).toMatchObject({ low: 500_000, unit: 'INR' })
  })

  it('gives null where nothing is counted', () => expect(readQuantity('the ministry')).toBeNull())
})

describe('findQuantities in running text', () => {
  it.each([
    ['Seven were killed and 22 injured.', ['killed 7..7 exact', 'injured 22..22 exact']],
    ['Police arrested 14 in the old town.', ['arrested 14..14 exact']],
    ['The blast left 13 dead and dozens of people wounded.', ['killed 13..13 exact', 'injured 24..99 vague']],
    ['A bomb killed at least nine miners.', ['killed 9..null at_least']],
    ['Storms claimed the lives of some 70 people.', ['killed 70..70 approx']],
    ['The blast has killed 13 soldiers and wounded 56 more.', ['killed 13..13 exact', 'injured 56..56 exact']],
    ['The death toll rose to 61.', ['killed 61..61 exact']],
    ['About 300 people who were detained went home.', ['arrested 300..300 approx']],
    ['A crowd of 400 gathered.', ['people 400..400 exact']],
    ['Turnout was 61 percent.', ['percent 61..61 exact']],
    ['They were fined 50,000 tenge each.', ['money 50000..50000 money']],
    ['killing five soldiers and three civilians', ['killed 5..5 exact', 'killed 3..3 exact']],
    ['300 police cars came', ['other 300..300 exact']],
    ['a meeting of the 51-member council to be held in May', ['people 51..51 exact']],
    ['Hundreds were held after the vote.', ['arrested 200..999 vague']],
    ['Some 300 marched through the town.', ['people 300..300 approx']],
    ['No one was injured.', ['injured 0..0 exact']],
    ['Two wounded soldiers were flown out.', ['injured 2..2 exact']],
    ['The death toll has gone up to 231.', ['killed 231..231 exact']],
  ])('%s', (text, quantities) => expect(seen(text)).toEqual(quantities))

  it.each([
    'In 2019 he was 44 and lived at 12 Main Street.',
    'They won 3-2 after 90 minutes.',
    'It is 40 miles away and 25 degrees warm.',
    'Call 619-3946 at 10:30.',
    'The 19th division of the F-16 wing',
    'for two weeks, three years ago',
    'One of the few who stayed',
    'Police found Kim Hacker, 43, of McKee.',
    'State police say 22-year-old Beau Dunn left.',
    'It strikes 1 in 6,500 children.',
    'The agency said a 12-kilogram bomb went off.',
  ])('counts nobody in: %s', (text) => expect(seen(text)).toEqual([]))

  it('names who vouches for a number', () => {
    const found = find('Police said 50 people came, organisers 300.')
    expect(found.map((q) => [q.low, q.claimant?.name])).toEqual([
      [50, 'Police'],
      [300, 'organisers'],
    ])
    expect(find('Some 900 people marched, according to the Interior Ministry.')[0]?.claimant?.quote).toBe(
      'the Interior Ministry',
    )
    expect(find('At least 30 people were hurt, officials said.')[0]?.claimant?.name).toBe('officials')
    expect(find('Some 900 people marched.')[0]?.claimant).toBeNull()
  })

  it('leaves the numbers of given times alone', () => expect(seen('He stayed 300 days')).toEqual([]))

  it.each([
    ['ru', 'Около 300 человек вышли', 'people 300..300 approx'],
    ['ru', 'Полиция задержала 15 человек', 'arrested 15..15 exact'],
    ['ru', 'не менее 17 шахтёров погибли', 'killed 17..null at_least'],
    ['ru', '12 тыс. человек', 'people 12000..12000 exact'],
    ['ru', 'несколько десятков женщин', 'people 30..99 vague'],
    ['kk', '300-ге жуық адам қатысты', 'people 300..300 approx'],
    ['kk', '50-ден астам белсенді ұсталды', 'arrested 50..null at_least'],
    ['kk', 'жүздеген адам', 'people 200..999 vague'],
    ['kk', 'üş jüz adam', 'people 300..300 exact'],
    ['ru', 'более тысячи человек', 'people 1000..null at_least'],
    ['zh', '约300人举行抗议', 'people 300..300 approx'],
    ['zh', '至少17人死亡', 'killed 17..null at_least'],
    ['zh', '3万人参加', 'people 30000..30000 exact'],
  ])('%s: %s', (language, text, quantity) => expect(seen(text, language)).toEqual([quantity]))
})

describe('hostile input', () => {
  it('does not make a crowd of a number that counts nothing real', () => {
    expect(seen('1000000000000000000000000000000 people came')).toEqual([])
    expect(seen(`${'9'.repeat(5000)} people came`)).toEqual([])
  })

  it('takes time in proportion to the text, however it is made up', () => {
    for (const piece of [
      'police 300 ',
      'number of toll ',
      'one hundred and ',
      'dozens or ',
      '1,000,',
      'organisers said 5, ',
    ]) {
      const text = piece.repeat(Math.floor(200_000 / piece.length))
      const started = performance.now()
      find(text)
      expect(performance.now() - started).toBeLessThan(10_000)
    }
  })

  it('never throws, and every quote equals its slice', () => {
    const words = [
      '300',
      'people',
      'dozens',
      'of',
      'between',
      'and',
      '-',
      ',',
      '000',
      '$',
      '%',
      'were',
      'killed',
      'half',
      'a',
      'million',
      'police',
      'said',
      '1.5',
      'm',
      '\ud83d\ude00',
      '\n\n',
      'тысяч',
      '万',
      '人',
    ]
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { maxLength: 30 }),
        fc.constantFrom('en', 'ru', 'kk', 'zh', 'xx'),
        (parts, language) => {
          const text = parts.join(' ')
          for (const quantity of find(text, language)) {
            quantityMention.parse(quantity)
            expect(text.slice(quantity.start, quantity.end)).toBe(quantity.quote)
            if (quantity.claimant)
              expect(text.slice(quantity.claimant.start, quantity.claimant.end)).toBe(quantity.claimant.quote)
            if (quantity.low !== null && quantity.high !== null) expect(quantity.low).toBeLessThanOrEqual(quantity.high)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
