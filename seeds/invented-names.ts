import type { LanguageCode } from '#modules/youth/languages.ts';

/** Families of one tradition: how they are named and what is often spoken at home. Every person made of them is invented. */
export interface NameStock {
  readonly language: LanguageCode;
  /** How many families of a hundred. */
  readonly share: number;
  /** How many of those families need an interpreter, of one. */
  readonly interpreter: number;
  readonly last: readonly string[];
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly women: readonly string[];
  readonly men: readonly string[];
}

const words = (text: string): readonly string[] => text.split(' ');

/** English and the seven languages of P.L. 2023, c. 263, in about the shares a caseload in New Jersey might have. */
export const NAME_STOCKS: readonly NameStock[] = [
  {
    language: 'en',
    share: 52,
    interpreter: 0,
    last: words(
      'Abbott Barnes Bellamy Brooks Calloway Carver Coleman Cortland Dawes Ellery Farrow Foxworth Garner Hale Hargrove Holloway Jessup Keane Kessler Lockwood Mercer Merritt Norwood Oakley Palmer Pruitt Quinlan Radcliffe Sawyer Sterling Tate Thornton Underhill Vance Waverly Whitlock Winslow Yardley',
    ),
    girls: words(
      'Amara Brielle Callie Daphne Eden Faith Gemma Harper Imani Jada Kiara Lena Maya Naomi Phoebe Quinn Rhea Skye Tessa Zara',
    ),
    boys: words(
      'Aiden Bryce Caleb Darius Eli Felix Gavin Hugo Isaiah Jalen Kai Levi Malik Nolan Owen Preston Rory Silas Theo Xavier',
    ),
    women: words(
      'Alicia Bernice Claire Denise Erica Gloria Heather Janelle Kendra Lorraine Monique Nadine Paula Renee Shauna Tamika',
    ),
    men: words(
      'Andre Curtis Derek Earl Glenn Howard Jerome Keith Lamar Marcus Neil Perry Reggie Stuart Terrence Wendell',
    ),
  },
  {
    language: 'es',
    share: 24,
    interpreter: 0.55,
    last: words(
      'Acosta Alvarado Benitez Camacho Cordero Duarte Espinal Figueroa Galindo Herrera Lozano Marte Mejia Olivares Paredes Quiroga Reyes Salcedo Tejada Urena Villalba Zapata',
    ),
    girls: words(
      'Adriana Camila Daniela Elisa Gabriela Isabel Lucia Marisol Noelia Paola Renata Valeria Ximena Yamile',
    ),
    boys: words('Adrian Bruno Cesar Diego Emilio Fabian Joaquin Leonel Matias Nicolas Rafael Samuel Tomas Uriel'),
    women: words('Beatriz Carmen Dolores Esther Graciela Ines Marta Nidia Pilar Teresa'),
    men: words('Alfredo Carlos Ernesto Gustavo Hector Julio Manuel Orlando Ramon Sergio'),
  },
  {
    language: 'zh',
    share: 4,
    interpreter: 0.5,
    last: words('Chen Huang Lin Liu Wang Wu Xu Zhang Zhao'),
    girls: words('Jia Lan Mei Ning Xinyi Yuting'),
    boys: words('Bowen Haoran Jun Ming Wei Zihan'),
    women: words('Fang Hui Li Qing Yan'),
    men: words('Bin Guang Jian Tao Yong'),
  },
  {
    language: 'pt',
    share: 5,
    interpreter: 0.4,
    last: words('Almeida Barbosa Cardoso Fontes Moreira Pacheco Queiroz Teixeira Vieira'),
    girls: words('Beatriz Clara Ines Leticia Manuela Rafaela'),
    boys: words('Caio Davi Heitor Joao Pedro Thiago'),
    women: words('Aparecida Fernanda Lurdes Sandra Vera'),
    men: words('Anselmo Fernando Jorge Nelson Paulo'),
  },
  {
    language: 'ko',
    share: 3,
    interpreter: 0.4,
    last: words('Ahn Baek Cho Hwang Jung Kang Seo Yoon'),
    girls: words('Eunji Hana Jiwoo Minseo Soyeon'),
    boys: words('Doyun Hyunwoo Jiho Minjun Seojun'),
    women: words('Eunkyung Hyejin Miyoung Sunhee'),
    men: words('Donghyun Jaeho Kyungsoo Sangwoo'),
  },
  {
    language: 'gu',
    share: 4,
    interpreter: 0.3,
    last: words('Bhatt Dave Gandhi Joshi Mehta Parikh Patel Shah Trivedi'),
    girls: words('Anika Diya Heli Kavya Riya'),
    boys: words('Aarav Dhruv Jay Neel Yash'),
    women: words('Bhavna Hetal Jyoti Kokila Rekha'),
    men: words('Bharat Dinesh Kirit Mahesh Pankaj'),
  },
  {
    language: 'ar',
    share: 4,
    interpreter: 0.45,
    last: words('Abdallah Darwish Farouk Habib Khalil Mansour Nasser Rahman Saleh'),
    girls: words('Amina Dana Farah Huda Layla Salma'),
    boys: words('Adam Bilal Hamza Karim Omar Yusuf'),
    women: words('Fatima Hanan Mona Rania Samira'),
    men: words('Ahmad Ibrahim Mahmoud Samir Tarek'),
  },
  {
    language: 'ht',
    share: 4,
    interpreter: 0.45,
    last: words('Antoine Baptiste Celestin Desir Etienne Jean-Louis Laguerre Pierre-Paul Toussaint'),
    girls: words('Fabiola Guerline Mirlande Nadege Rose-Laure'),
    boys: words('Frantz Jude Kervens Ricardo Stanley'),
    women: words('Ghislaine Marie-Ange Solange Yolande'),
    men: words('Emmanuel Jean-Robert Lucien Wilner'),
  },
];

/** Names for people who work: mixed, so that nobody's tradition says what their work is. */
export const STAFF_FIRST = words(
  'Adaeze Anjali Beth Carlos Corinne Devon Elena Farid Greta Hollis Ingrid Jamal Kavita Leo Marisela Nadia Omari Priscilla Quentin Rosalind Samir Tova Ulises Vivian Walter Xiomara Yolanda Zeke Bianca Cyrus Deirdre Edwin Fern Gideon Hana Isaac Joelle Kofi Lila Milan Nell Otis',
);
export const STAFF_LAST = words(
  'Achebe Baumann Castellano Delacroix Eastman Fairchild Gruber Hightower Iwasaki Jankowski Kowalczyk Lindqvist Mbeki Novak Oduya Pellegrini Rask Sandoval Takeda Umar Valente Wexler Yamamoto Zielinski Ashdown Brankovic Corrigan Dimitrov Ekwueme Finnegan Goldfarb Hussein Ivers Jokinen Kaplan Lefebvre Moskowitz Nakamura Ostrander Petrov',
);

export const STREETS = words(
  'Alder Birch Cedar Chestnut Clover Dogwood Elm Fern Garden Hawthorne Hickory Juniper Laurel Linden Maple Mill Orchard Park Pine Poplar Prospect Ridge Spring Sycamore Union Valley Walnut Willow',
);
export const STREET_KINDS = words('Street Avenue Road Place Lane Court Terrace');
export const SCHOOLS = words(
  'Riverside Lakeview Hillcrest Meadowbrook Northfield Oakwood Franklin Washington Lincoln Brookside Fairmount Greenway',
);
