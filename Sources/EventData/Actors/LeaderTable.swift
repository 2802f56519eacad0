import Diplomacy

/// Heads of state and government and foreign ministers whom ICEWS names without their state.
///
/// Facts of office between 2005 and 2018, spelled as the data set spells them. The table gives the
/// state a person represented in that time; it does not follow a person out of office.
enum LeaderTable {
  struct Leader: Sendable {
    let state: ActorCode
    let organ: String
  }

  static let leaders: [String: Leader] = {
    var table: [String: Leader] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "|")
      guard parts.count >= 3 else { continue }
      for name in parts.dropFirst(2) {
        table[String(name)] = Leader(state: ActorCode(parts[0]), organ: String(parts[1]))
      }
    }
    return table
  }()

  private static let text = """
    USA|president|Barack Obama|Donald Trump|George W. Bush
    USA|foreign_ministry|Rex Tillerson|John Kerry|Mike Pompeo|Rex W. Tillerson|Hillary Clinton|Condoleezza Rice
    USA|government|James Mattis|John R. Bolton|Donald Rumsfeld|Joseph Robinette Biden|Chuck Hagel|Mike Pence|Robert Gates|Jim Mattis
    RUS|president|Vladimir Putin|Dmitry Anatolyevich Medvedev
    RUS|defence_ministry|Sergey Kuzhugetovich Shoygu
    RUS|foreign_ministry|Sergey Viktorovich Lavrov
    CHN|president|Xi Jinping|Hu Jintao
    CHN|prime_minister|Wen Jiabao|Li Keqiang
    CHN|foreign_ministry|Wang Yi|Yang Jiechi|Li Zhaoxing
    JPN|prime_minister|Shinzo Abe|Junichiro Koizumi|Yasuo Fukuda|Taro Aso|Yukio Hatoyama|Naoto Kan|Yoshihiko Noda
    JPN|foreign_ministry|Okada Katsuya|Fumio Kishida|Taro Kono
    KOR|president|Lee Myung Bak|Roh Moo Hyun|Moon Jae-in|Park Geun-hye|Lee Myung-bak|Roh Moo-hyun
    KOR|foreign_ministry|Kang Kyung Wha|Ban Ki-moon|Kang Kyung-wha|Yun Byung-se
    PRK|president|Kim Jong-Un|Kim Jong-Il
    THA|prime_minister|Thaksin Shinawatra|Abhisit Vejjajiva|Yingluck Shinawatra|Prayuth Chan-ocha|Samak Sundaravej|Surayud Chulanont
    KHM|prime_minister|Hun Sen
    VNM|prime_minister|Nguyen Tan Dung|Nguyen Xuan Phuc
    VNM|president|Truong Tan Sang|Tran Dai Quang
    PHL|president|Rodrigo Duterte|Benigno S. Aquino III|Gloria Macapagal-Arroyo
    IDN|president|Joko Widodo|Susilo Bambang Yudhoyono
    MYS|prime_minister|Mahathir Mohamad|Najib Razak
    IND|prime_minister|Narendra Modi|Manmohan Singh
    PAK|president|Pervez Musharraf|Asif Ali Zardari
    PAK|prime_minister|Shaukat Aziz|Nawaz Sharif|Imran Khan|Yousaf Raza Gillani
    AFG|president|Hamid Karzai|Ashraf Ghani Ahmadzai
    IRN|president|Mahmoud Ahmadinejad|Hassan Rouhani
    IRN|foreign_ministry|Mohammad Javad Zarif|Manouchehr Mottaki
    IRQ|prime_minister|Nuri al-Maliki|Haider Al-Abadi
    ISR|president|Shimon Peres
    ISR|foreign_ministry|Tzipi Livni
    ISR|prime_minister|Benjamin Netanyahu|Ehud Olmert|Ariel Sharon
    PSE|president|Mahmoud Abbas
    TUR|president|Recep Tayyip Erdoğan|Abdullah Gül
    TUR|foreign_ministry|Mevlut Cavusoglu|Ahmet Davutoğlu|Mevlüt Çavuşoğlu
    SYR|president|Bashar al-Assad
    MAR|president|Muhammad VI
    YEM|president|Ali Abdullah Saleh
    ERI|president|Isaias Afewerki
    ETH|prime_minister|Abiy Ahmed
    UZB|president|Islam Karimov
    TKM|president|Gurbanguly Berdymukhammedov
    TWN|president|Ma Ying Jeou|Tsai Ing-wen
    VAT|president|Pope Francis|Benedict XVI
    HUN|prime_minister|Viktor Orban
    CZE|president|Milos Zeman
    CZE|prime_minister|Andrej Babis
    LTU|president|Dalia Grybauskaitė
    SRB|president|Aleksandar Vučić
    XKX|president|Hashim Thaçi
    CYP|president|Nicos Anastasiades
    SGP|prime_minister|Lee Hsien Loong
    EGY|president|Hosni Mubarak|Abdel Fattah Al-Sisi|Mohamed Morsi
    LBN|prime_minister|Saad Hariri
    LBN|president|Michel Aoun
    SAU|president|Salman bin Abdulaziz Al Saud|King Abdullah
    SAU|foreign_ministry|Adel al-Jubeir|Saud bin Faisal bin Abdul-Aziz
    SAU|government|Mohammed bin Salman
    DEU|prime_minister|Angela Merkel|Gerhard Schröder
    DEU|foreign_ministry|Heiko Maas|Frank-Walter Steinmeier|Guido Westerwelle
    FRA|president|Emmanuel Macron|François Hollande|Nicolas Sarkozy|Jacques Chirac
    FRA|foreign_ministry|Laurent Fabius|Jean-Yves Le Drian
    GBR|prime_minister|Theresa May|David Cameron|Gordon Brown|Tony Blair
    GBR|foreign_ministry|Boris Johnson|Jeremy Hunt|William Hague
    ITA|prime_minister|Silvio Berlusconi|Matteo Renzi|Giuseppe Conte
    GRC|prime_minister|Alexis Tsipras|Antonis Samaras|Georgios Papandreou
    UKR|president|Petro Poroshenko|Viktor Yushchenko|Viktor Fedorovych Yanukovych
    GEO|president|Mikhail Saakashvili
    AZE|president|Ilham Aliyev
    AZE|foreign_ministry|Elmar Mammadyarov
    ARM|prime_minister|Nikol Pashinyan
    ARM|president|Serzh Sargsyan
    BLR|president|Aleksandr Lukashenko
    KAZ|president|Nursultan Nazarbayev
    CAN|prime_minister|Justin Trudeau|Stephen Harper
    CAN|foreign_ministry|Chrystia Freeland
    MEX|president|Enrique Peña Nieto
    CUB|president|Raúl Castro|Fidel Castro
    BOL|president|Evo Morales
    ECU|president|Rafael Correa
    ARG|president|Cristina Fernández de Kirchner|Mauricio Macri
    NIC|president|Daniel Ortega
    VEN|president|Hugo Chavez|Nicolás Maduro
    COL|president|Juan Manuel Santos|Álvaro Uribe Vélez
    BRA|president|Luiz Inacio Lula Da Silva|Dilma Rousseff|Luiz Inácio Lula da Silva|Michel Temer
    AUS|foreign_ministry|Julie Bishop
    AUS|prime_minister|Malcolm Bligh Turnbull|Scott Morrison|Malcolm Turnbull|Tony Abbott|Kevin Rudd|Julia Gillard|John Howard
    ZAF|president|Jacob Zuma|Cyril Ramaphosa
    ZWE|president|Robert Mugabe
    SDN|president|Umar al Bashir|Umar al-Bashir|Omar Hassan Ahmad al-Bashir
    SSD|president|Salva Kiir
    KEN|president|Uhuru Muigai Kenyatta
    NGA|president|Umaru Musa Yar'Adua|Muhammadu Buhari|Goodluck Jonathan
    IGO:UN|president|António Manuel de Oliveira Guterres|Kofi Annan
    IGO:NATO|president|Jens Stoltenberg
    IGO:EU|president|Jean-Claude Juncker
    IGO:EU|foreign_ministry|Federica Mogherini|Catherine Ashton|Javier Solana
    """
}
