// First names and surnames as a mixed British school has them, the commonest first. Nobody's: children of the benchmark are
// put together from the two lists by chance.

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

export const FIRST_NAMES = list(`
  Mohammed Olivia Noah Amelia Oliver Isla George Ava Arthur Lily Muhammad Ivy Leo Freya Harry Sophie Jack Mia Charlie Ella
  Oscar Grace Jacob Emily Henry Poppy Thomas Evie Freddie Charlotte Alfie Rosie Theo Florence William Willow Archie Isabella
  Joshua Daisy James Sophia Isaac Aisha Alexander Maryam Max Fatima Ethan Elsie Logan Sienna Edward Ruby Lucas Phoebe Finley
  Evelyn Joseph Alice Samuel Maisie Sebastian Matilda Benjamin Jessica Daniel Sarah Mason Harriet Ibrahim Zara Yusuf Chloe
  Adam Layla Teddy Erin David Hannah Elijah Eleanor Tommy Rose Riley Elizabeth Hugo Esme Albie Thea Reuben Imogen Jude Orla
  Rory Lottie Ali Zoe Zachary Molly Michael Amber Dylan Hallie Ezra Robyn Caleb Eliza Toby Lucy Gabriel Aria Bobby Bonnie
  Jasper Clara Nathan Penelope Louis Maya Ronnie Anna Stanley Lola Frederick Heidi Frankie Arabella Jenson Martha Kai Darcie
  Harvey Annabelle Ellis Summer Ollie Holly Harrison Edith Albert Scarlett Omar Nancy Hamza Zainab Abdullah Khadija Bilal
  Hafsa Umar Amina Zayn Safa Haris Ayesha Musa Iqra Idris Sumayyah Arjun Priya Rohan Ananya Dev Diya Aarav Saanvi Krishan
  Meera Harpreet Simran Gurdeep Jaspreet Jakub Zuzanna Kacper Maja Szymon Julia Filip Wiktoria Bartosz Oliwia Mateusz Lena
  Krzysztof Agnieszka Oluwaseun Temitope Chidi Amara Emeka Ngozi Kwame Abena Kofi Adaeze Tobi Folake Tomás Niamh Cillian
  Aoife Seán Siobhán Ciarán Saoirse Rhys Seren Dafydd Cerys Angus Eilidh Callum Mhairi Wei Mei Jun Xin Hiro Yuki Minh Linh
  Luca Giulia Matteo Chiara Diego Sofía Mateo Lucía André Beatriz João Inês Anne-Marie Jean-Luc Lily-Rose Ellie-Mae Tyler-Jay
  Andrei Elena Ștefan Ioana Dimitar Ralitsa Nikolai Anastasia Yaroslav Daryna Emmanuel Blessing Precious Favour Nathaniel
  Bethany Christopher Rebecca Stephen Katherine Matthew Rachel Nicholas Victoria Anthony Abigail Timothy Gabrielle Patrick
  Natasha Jonathan Francesca Dominic Philippa Kaitlyn Lauren Megan Bradley Kieran Jasmine Cameron Natalie Connor Leah`);

export const SURNAMES = list(`
  Khan Smith Jones Ahmed Williams Patel Taylor Brown Ali Davies Evans Hussain Wilson Thomas Johnson Roberts Singh Walker
  Wright Begum Robinson Thompson White Hughes Edwards Green Hall Wood Harris Lewis Martin Jackson Clarke Clark Turner Hill
  Scott Cooper Morris Ward Moore King Watson Baker Harrison Morgan Young Allen Mitchell James Anderson Phillips Lee Bell
  Parker Davis Bennett Miller Cook Shaw Cox Richardson Akhtar Kaur Iqbal Mahmood Shah Rahman Chowdhury Uddin Miah Islam
  Malik Mirza Rashid Aziz Hassan Abdi Mohamud Warsame Yusuf Okafor Adeyemi Okonkwo Eze Balogun Mensah Boateng Owusu Osei
  Nowak Kowalski Kowalska Wiśniewski Wójcik Kamiński Lewandowska Zieliński Szymański Woźniak O'Brien O'Connor Murphy Kelly
  Byrne Ryan Walsh Doyle Gallagher McCarthy McDonald MacLeod Campbell Stewart Murray Fraser Griffiths Rees Pritchard Llewellyn
  Chan Wong Chen Wang Nguyen Tran Tanaka Suzuki Popescu Ionescu Petrov Dimitrov Kovalenko Shevchenko Rossi Bianchi García
  Fernández Silva Santos Pereira Müller Schneider Dubois Lefèvre Sharma Gupta Mehta Desai Joshi Reddy Nair Fernando Perera
  Reed Read Marsh Fox Webb Hunt Palmer Mills Barnes Stone Grant Knight Butler Simpson Ellis Marshall Collins Chapman Foster
  Russell Carter Powell Gibson Hamilton Wells Kerr Bailey Saunders Mason Dixon Pearson Holmes Lawson Hart Payne Nicholson
  Armstrong Cunningham Elliott Bradshaw Whitehead Barker Atkinson Hodgson Fletcher Thornton Ashworth Sutcliffe Greenwood
  Smith-Jones Taylor-Brown Reed-Marsh Hughes-Okafor Khan-Ahmed VanderBerg DeSouza Al-Hassan El-Amin Bin-Rashid`);

/** How people write a name they have only heard, by hand and apart from what the bot knows. */
export const HEARD: Readonly<Record<string, readonly string[]>> = {
  Mohammed: ['Muhammad', 'Mohamed', 'Muhammed', 'Mohamad'],
  Muhammad: ['Mohammed', 'Mohamed', 'Muhamad'],
  Kaitlyn: ['Catelyn', 'Caitlin', 'Katelin', 'Kaitlin'],
  Aisha: ['Ayesha', 'Aysha', 'Aiysha'],
  Ayesha: ['Aisha', 'Aysha', 'Aesha'],
  Sophie: ['Sofie', 'Sophy'],
  Sophia: ['Sofia', 'Sofiya'],
  Isla: ['Ila', 'Eila'],
  Niamh: ['Neve', 'Neeve', 'Niam'],
  Aoife: ['Eefa', 'Aoifa'],
  Siobhán: ['Shivaun', 'Siobhan'],
  Seán: ['Shaun', 'Shawn', 'Sean'],
  Yusuf: ['Yousef', 'Youssef', 'Yusef'],
  Zainab: ['Zaynab', 'Zeinab', 'Zenab'],
  Maryam: ['Mariam', 'Marium'],
  Stephen: ['Steven', 'Stephan'],
  Katherine: ['Catherine', 'Kathryn', 'Katharine'],
  Rebecca: ['Rebekah', 'Rebeca'],
  Rachel: ['Rachael', 'Racheal'],
  Phoebe: ['Pheobe', 'Feebee', 'Phebe'],
  Lucas: ['Lukas', 'Loukas'],
  Jakub: ['Yakub', 'Jacub'],
  Hafsa: ['Hafza', 'Haffsa'],
  Bilal: ['Billal', 'Belal'],
  Umar: ['Omar', 'Umer'],
  Omar: ['Umar', 'Omer'],
  Callum: ['Calum', 'Kallum'],
  Connor: ['Conor', 'Konnor'],
  Kieran: ['Ciaran', 'Keiran', 'Kieron'],
  Ciarán: ['Kieran', 'Keeran'],
  Eilidh: ['Ailey', 'Eilid'],
  Mhairi: ['Vari', 'Mairi'],
  Zara: ['Zahra', 'Zarah'],
  Layla: ['Leila', 'Laila', 'Leyla'],
  Anastasia: ['Anastazia', 'Annastasia'],
  Priya: ['Prea', 'Priyah'],
  Zachary: ['Zackary', 'Zachery'],
  Eleanor: ['Elinor', 'Elenor'],
  Harriet: ['Harriett', 'Hariet'],
  Philippa: ['Phillipa', 'Filippa'],
  Wiktoria: ['Victoria', 'Viktoria'],
  Oluwaseun: ['Oluwashun', 'Oluwaseyun'],
};

/** What friends and teachers call them, by hand and apart from what the bot knows. */
export const CALLED: Readonly<Record<string, readonly string[]>> = {
  William: ['Bill', 'Will', 'Billy'],
  Alexander: ['Alex', 'Xander'],
  Thomas: ['Tom', 'Tommy'],
  James: ['Jim', 'Jamie'],
  Edward: ['Ted', 'Eddie'],
  Elizabeth: ['Lizzie', 'Beth', 'Libby'],
  Charlotte: ['Lottie', 'Charlie'],
  Joseph: ['Joe', 'Joey'],
  Samuel: ['Sam', 'Sammy'],
  Benjamin: ['Ben', 'Benji'],
  Daniel: ['Dan', 'Danny'],
  Isabella: ['Izzy', 'Bella'],
  Matilda: ['Tilly'],
  Sebastian: ['Seb'],
  Frederick: ['Fred', 'Freddie'],
  Eleanor: ['Ellie', 'Nell'],
  Katherine: ['Kate', 'Katie', 'Kitty'],
  Christopher: ['Chris', 'Kit'],
  Nicholas: ['Nick', 'Nico'],
  Nathaniel: ['Nat', 'Nate'],
  Jessica: ['Jess'],
  Joshua: ['Josh'],
  Zachary: ['Zac', 'Zach'],
  Mohammed: ['Mo'],
  Muhammad: ['Mo'],
  Abigail: ['Abby', 'Abi'],
  Rebecca: ['Becky', 'Bex'],
  Matthew: ['Matt'],
  Stephen: ['Steve'],
  Victoria: ['Vicky', 'Tori'],
  Anthony: ['Tony'],
  Jonathan: ['Jon', 'Jonny'],
  Patrick: ['Paddy'],
  Philippa: ['Pippa'],
  Penelope: ['Penny'],
  Florence: ['Flo', 'Florrie'],
  Krzysztof: ['Kris'],
  Agnieszka: ['Aga'],
  Temitope: ['Temi'],
  Harriet: ['Hattie'],
  Oliver: ['Ollie'],
  Olivia: ['Liv', 'Livvy'],
  Emmanuel: ['Manny'],
  Gabriel: ['Gabe'],
  Jacob: ['Jake'],
};
