/// What people choose when they are asked for a password, and so what is tried first: words, names of things, rows of keys.
///
/// In small letters, without signs between the parts. Figures and signs around a word make it no better, and neither does an `0`
/// for an `o`; ``PasswordRule`` looks through both. Compiled for this product: Dutch and English, and the world of a workplace.
enum CommonPasswords {
  /// Words and sentences, of letters alone.
  static let words = set(
    """
    wachtwoord mijnwachtwoord nieuwwachtwoord wachtwoordvergeten geheim geheimpje heelgeheim topgeheim ditisgeheim supergeheim
    password mypassword newpassword passwordpassword passwort motdepasse secret topsecret changeme changethis letmein letmeinnow
    welkom welkomthuis welkomterug welkombij welkomwelkom welcome welcomeback welcomehome hallo hallohallo hello hellohello
    helloworld goedemorgen goedemiddag goedenavond totziens dankjewel alsjeblieft sesamopenu opensesame openu toegang access
    accessdenied inloggen aanmelden login loginlogin signin gebruiker gebruikersnaam username user guest gast test testtest
    testing testaccount tester tijdelijk temp temporary default standaard demo demodemo voorbeeld example admin administrator
    beheer beheerder root rootroot toor master masterkey superuser superman supervisor manager directeur baas chef
    vakmatrix matrix vakman vakwerk vakmanschap meesterproef leerling leerlingen trainee student studenten stagiair stage school
    docent leraar praktijk praktijkopleider begeleider werkplekbegeleider leermeester opleiding opleidingen diploma bedrijf
    werkplaats werkplek werk werken werkgever collega collegas personeel fabriek magazijn montage lassen lasser constructie
    metaal staal elektro techniek technisch machine hamer moersleutel veiligheid veiligwerken veiligheidvoorop kantine koffie
    qwerty qwertyqwerty qwertz azerty azertyuiop qwertyuiop qwertyuiopasdf qwertyuiopasdfghjkl asdf asdfasdf asdfgh asdfghjkl
    asdfghjklzxcvbnm zxcvbn zxcvbnm zxcvbnmasdf qazwsx qazwsxedc qazwsxedcrfv wsxedc poiuytrewq lkjhgfdsa mnbvcxz abc abcabc
    abcdef abcdefg abcdefgh abcdefghijkl aabbcc aaaabbbb abcd abcdabcd
    iloveyou iloveyouforever ilovemyself iloveme loveyou lovelove love forever foreverlove ikhouvanjou ikhouvanje ikhouvan
    ikhouvanmama ikhouvanpapa ikhouvanmezelf liefde lieverd schatje schat liefje knuffel kusje mama papa mamapapa mamaenpapa opa
    oma moeder vader broer zus broertje zusje familie gezin vriend vriendin vrienden bestfriend friends princess prinses prins
    koning koningin engel angel baby babygirl sunshine zonnetje zonneschijn flower bloem bloemen butterfly vlinder
    monkey aapje dragon draak tijger tiger leeuw lion beertje hond hondje puppy kat katje poes poesje paard paardje konijn
    dolfijn vogel panda unicorn eenhoorn
    zomer winter lente herfst summer autumn spring january januari februari maart april mei juni juli augustus september oktober
    november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday friday sunday weekend vakantie
    zomervakantie kerst kerstmis sinterklaas koningsdag verjaardag christmas nieuwjaar
    voetbal football soccer baseball basketbal hockey ajax ajaxamsterdam ajaxajax feyenoord feyenoordrotterdam psv psveindhoven
    fctwente fcgroningen oranje holland hupholland hollandhup nederland netherlands amsterdam rotterdam denhaag utrecht eindhoven
    groningen tilburg almere breda nijmegen arnhem enschede haarlem zwolle maastricht friesland brabant limburg zeeland twente
    belgie antwerpen gent brussel
    computer internet windows google facebook instagram whatsapp youtube netflix iphone samsung android laptop telefoon router
    wifi netwerk microsoft office starwars pokemon pikachu batman spiderman harrypotter minecraft fortnite lordoftherings
    trustnoone whatever freedom vrijheid shadow killer hunter ninja phoenix thunder diamond gold zilver goud money geld
    correcthorsebatterystaple thequickbrownfox loremipsum geenidee weetikniet ikweethetniet ikbenhetvergeten vergeten
    nietvergeten onthouden makkelijk moeilijk ditismijnwachtwoord ditiseenwachtwoord ditiseentest thisismypassword
    thisisapassword ikbendebeste ikbengeweldig ikbenik houvanjou altijdfeest feest feestje bier biertje pilsje chocolade kaas
    stroopwafel pannenkoek appeltaart banaan
    """)

  /// Rows of keys with figures in them, of at least as many signs as a password has.
  static let rows = set(
    """
    1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i q1w2e3r4t5y6 q1w2e3r4t5y6u7 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3
    zaq1xsw2cde3 zaq1zaq1zaq1 1qazxsw23edc 1qaz1qaz1qaz 2wsx3edc4rfv 123qweasdzxc qwe123asd456 qweasdzxc123 123qwe123qwe
    qwe123qwe123 qwerty123456 123456qwerty 1234qwerasdf 1234qwer1234 qwer1234asdf qwer1234qwer asdf1234asdf asdfghjkl123
    a1b2c3d4e5f6 1a2b3c4d5e6f abc123abc123 123abc123abc abcd1234abcd 1234abcd1234 aa123456bb78 qazwsx123456 123456abcdef
    abcdef123456 12345qwertasdf 1234567890qwerty qwertyuiop1234567890 123456789abc abc123456789 0987654321qwerty
    147258369147 159753456852 147852369147 741852963741 159357258456 789456123789 123654789123 987654321012 112233445566
    123123123123 121212121212 123321123321 102030405060 010203040506 135792468013 246813579024 314159265358
    """)

  private static func set(_ text: String) -> Set<String> {
    Set(text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { String(decoding: $0, as: UTF8.self) })
  }
}
