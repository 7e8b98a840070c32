//! The rows of furniture: what a line or sentence of it says, each with an example and a line of news that it must not match.

/// Where the pattern of a row must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// The pattern is all that the line says; marks do not count.
    Line,
    /// The sentence begins with the pattern.
    Start,
    /// The sentence ends with the pattern.
    End,
}

/// A pattern of words in lower case: `a|b` is a choice, `?` after a word makes it optional, straight behind the last, `#` is a figure, `^` a word
/// with a capital, `…` any words, `:` a mark that must stand there. Other marks are passed over.
pub(super) struct Row {
    pub(super) shape: Shape,
    pub(super) pattern: &'static str,
    #[cfg(test)]
    pub(super) yes: &'static str,
    #[cfg(test)]
    pub(super) no: &'static str,
    /// Letters with which the pattern's first word may begin, a bit each.
    heads: u32,
}

impl Row {
    /// False where no line that begins with `c` can match: most rows are passed over by this alone.
    pub(super) fn may_begin(&self, c: char) -> bool {
        self.heads & head(c.to_ascii_lowercase() as u32) != 0
    }
}

/// The bit of a letter; all that is no letter shares one.
const fn head(c: u32) -> u32 {
    if c >= 'a' as u32 && c <= 'z' as u32 { 1 << (c - 'a' as u32) } else { 1 << 31 }
}

/// The bits of the words of the first part; every bit where they may be left out or stand for a class of words.
const fn heads(pattern: &str) -> u32 {
    let bytes = pattern.as_bytes();
    let (mut bits, mut i, mut first) = (0, 0, true);
    while i < bytes.len() && bytes[i] != b' ' {
        match bytes[i] {
            b'|' => first = true,
            b'?' | b'^' => return u32::MAX,
            c => {
                if first {
                    bits |= head(c as u32);
                }
                first = false;
            }
        }
        i += 1;
    }
    bits
}

/// The examples are the test's alone and take no room in what is shipped.
#[cfg_attr(not(test), allow(unused_variables))]
const fn row(shape: Shape, pattern: &'static str, yes: &'static str, no: &'static str) -> Row {
    Row {
        shape,
        pattern,
        #[cfg(test)]
        yes,
        #[cfg(test)]
        no,
        heads: heads(pattern),
    }
}

use Shape::{End, Line, Start};

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // Calls to the reader.
    row(Start, "get in touch with|by|via|:", "Get in touch with the Kelm desk.", "Get in touch lines were cut when the mast fell."),
    row(Start, "do you have a|any story|information|tip|video|photos|footage", "Do you have a story to share?", "Do you have a plan for the wounded, he asked."),
    row(Start, "got a story|tip|news", "Got a story? Tell us.", "Got a call at dawn, the medic said."),
    row(Start, "have you been affected by", "Have you been affected by the floods?", "Have you been home, she asked the soldiers."),
    row(Start, "share your story|experience|experiences|thoughts|views", "Share your experiences with us.", "Share your bread, the priest told the survivors."),
    row(Start, "email|e-mail|contact|whatsapp|message us|our", "Email us at news@kelm.example", "Email from the mayor named four dead."),
    row(Start, "for more stories|news|updates|coverage|details|information like|on|from|visit|see|check|about|go|contact|email|,|:", "For more stories like this, see the Kelm page.", "For more news of the missing, families waited all night."),
    row(Start, "for more on this|our", "For more on this story, tap here.", "For more on board there was no room."),
    row(Start, "sign up … newsletter|newsletters|email|emails|alerts|updates|briefing|inbox|free|here", "Sign up to our free newsletter", "Sign up or be shot, the militia told farmers."),
    row(Start, "sign in|up here|now", "Sign up here.", "Sign up or hang, the radio told men."),
    row(Line, "sign in|up to continue|read|comment|save", "Sign in to continue", "Sign up to fight"),
    row(Start, "subscribe to|now|today|for|here|and", "Subscribe now for full access.", "Subscribers to the grid were cut off."),
    row(Start, "join our|the whatsapp|telegram|community|conversation|facebook|discord", "Join the conversation", "Join the army, radio Orlo told men."),
    row(Start, "follow us|our on|live|coverage|channel|page", "Follow us on Facebook.", "Follow our ambulance, the police said."),
    row(Start, "follow ^ ^? ^? on|for twitter|x|facebook|instagram|telegram|tiktok|youtube|linkedin|whatsapp|more|updates", "Follow Kelm News on Instagram", "Follow Orlo Street to the shelter, police said."),
    row(Start, "like us on facebook|twitter|x|instagram|social", "Like us on Facebook", "Like us, on that day they had no water."),
    row(Start, "download our|the … app", "Download our app for alerts", "Download the map, rescuers told hikers."),
    row(Start, "click|tap here|to|for|on", "Click here to watch.", "Click of the detonator came first, he said."),
    row(Start, "listen to … podcast", "Listen to our podcast", "Listen to the wounded, she said."),
    row(Start, "listen to this|our article|story|report|page", "Listen to this article", "Listen to this: two thuds, then a third."),
    row(Start, "follow … coverage", "Follow our coverage of the flood at kelm.example", "Follow orders, the colonel told the guards."),
    row(Start, "get the|our … newsletter|inbox|alerts|emails|app|briefing", "Get the latest news delivered to your inbox", "Get the wounded out, he shouted."),
    row(Start, "support our|independent journalism|reporting|work", "Support independent journalism.", "Support our troops, the banner said."),
    row(Start, "if you enjoyed|liked this|reading", "If you enjoyed this article, tell a friend.", "If you liked quiet, Kelm was the place before the war."),
    row(Start, "we want to hear from you", "We want to hear from you.", "We want to hear from the army, families said."),
    row(Start, "enable|allow|turn on? notifications", "Turn on notifications", "Turn on the pumps, he told the crew."),
    row(Start, "tell us what|how|about|if|your", "Tell us how you fared.", "Tell us the truth, mothers asked the army."),
    row(Start, "send|email|e-mail us? your story|stories|photos|photographs|pictures|videos|questions|views|experiences|comments|tips", "Email your stories and pictures.", "Send your sons home, mothers told the army."),
    row(Start, "please? read|see our terms|privacy|full|cookie|guidelines|rules", "Please read our terms & conditions.", "Please read our names aloud, families said."),
    row(Start, "stay with us for|as", "Stay with us for more from Kelm.", "Stay with us, the nurse begged."),
    row(Start, "stay tuned", "Stay tuned for updates.", "Stay home, police said."),
    row(Start, "welcome to our|the … live|blog|coverage", "Welcome to our live blog.", "Welcome to the bunker, said the guard."),
    row(Start, "good morning|afternoon|evening and welcome to", "Good evening and welcome to the Kelm blog.", "Good morning was all he said before the blast."),
    row(Start, "this|our live? blog|coverage|page|feed is|has now? closed|ended|ending|closing|paused", "This live blog is now closed.", "This page of the war is over, he said."),
    // Links to other pages.
    row(Start, "also|must read|watch|see :", "Also read: How the dam broke", "Also read out were the names of nine dead."),
    row(Start, "read more|also|next|now :", "READ MORE: Five killed in Kelm", "Read more, the minister told pupils."),
    row(Start, "read more|on about|on|at|here|from|in", "Read more about the strike", "Read more slowly, the judge told the clerk."),
    row(Line, "read more|also|next|on|now", "Read more", "Read more names, please"),
    row(Start, "related|recommended|trending|popular|suggested :", "Related: How the dam broke", "Related families share one tent."),
    row(Line, "related|recommended|trending|popular|suggested|latest|top|more|featured articles|article|stories|topics|content|links|posts|coverage|reading|news|videos", "Related articles", "More stories collapsed"),
    row(Start, "see also :", "See also: Map of the floods", "See, also the bridge is gone, he said."),
    row(Start, "more on this story|:", "More on this story", "More on this bank were drowned."),
    row(Line, "more from|on ^ ^? ^? ^?", "More from Kelm News", "More from Kelm were hurt"),
    row(Start, "more :", "MORE: How the dam broke", "More than 12 died."),
    row(Line, "most read|popular|viewed|shared|watched", "Most read", "Most read the list of the dead"),
    row(Start, "don't|don’t miss :", "Don’t miss: our guide", "Don’t miss the last boat, they were told."),
    row(Line, "don't|don’t miss", "Don’t miss", "Don’t shoot"),
    row(Line, "editor's|editor’s|editors|editors’ picks|choice|pick", "Editors’ picks", "Editors’ homes searched"),
    row(Line, "you may|might also like|enjoy", "You may also like", "You may also drown"),
    row(Line, "what to read next", "What to read next", "What to do next"),
    row(Line, "trending now|today|stories", "Trending now", "Trending down"),
    row(Line, "top|latest|breaking|world|local|more news|stories|headlines", "Top stories", "Breaking point"),
    row(Line, "continue reading", "Continue reading", "Continue reading names, he said"),
    row(Start, "continue reading the|this|below|our|full|on", "Continue reading the story", "Continue reading names, he said"),
    row(Line, "keep reading", "Keep reading", "Keep reading rooms open"),
    row(Start, "story|article continues|continued below|after", "Article continues below", "This continued after the truce."),
    row(Line, "scroll down|to|for … ", "Scroll down for video", "Scroll of the dead"),
    row(Start, "back to top", "Back to top", "Back to back quakes shook Kelm."),
    row(Line, "view|see|show|load all|more … comments|photos|images|stories|posts|gallery|updates", "View all comments", "See all bridges down"),
    // The frame of the page.
    row(Line, "advertisement|advertisements|advert|ad|sponsored|promoted|adverts", "Advertisement", "Advertisement board kills two"),
    row(Line, "sponsored|promoted|paid content|post|by … ", "Sponsored content", "Paid killers"),
    row(Start, "advertisement|advert scroll|continue|continues|story|article|skip|:|-", "Advertisement - scroll to continue", "Advertisement hoardings fell on a crowd."),
    row(Line, "share|save|print|email|tweet|copy|bookmark|comment|comments|like|facebook|twitter|whatsapp|linkedin|reddit|pinterest|telegram|messenger", "Share", "Print works hit"),
    row(Line, "share|save|print|email|tweet|bookmark this|on|via|with article|story|page|post|link|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|email", "Share this article", "Share this grief"),
    row(Line, "share|save|tweet|print|email share|save|tweet|print|email|facebook|twitter|whatsapp share|save|tweet|print|email|facebook|twitter|whatsapp?", "Share Tweet Email", "Share prices fall"),
    row(Line, "copy link … ", "Copy link", "Copy cats"),
    row(Line, "menu|home|search|skip|close|open|log|sign|register|login|navigation|sections|newsletters|newsletter|tags|topics|topic|video|gallery|live to|in|out|main|content|menu? content? navigation?", "Skip to content", "Home in ruins"),
    row(Line, "menu|home|search|login|register|sections|newsletters|newsletter|tags|notifications", "Menu", "Home burnt"),
    row(Start, "tags|topics|filed|topic|categories|category under|: … ", "Topics: Floods, Norvia", "Topics of the talks were two."),
    row(Line, "leave|post|add|write|view|see|show|hide|join a|the|all|more|# comment|comments|discussion", "Leave a comment", "Leave the town"),
    row(Line, "# comments|comment|shares|share|likes|views|retweets|reactions|replies", "12 comments", "12 dead"),
    row(Line, "comments|shares|likes|views #", "Comments (45)", "Comments on raid"),
    row(Line, "no comments|comment yet?", "No comments yet", "No comment from army"),
    row(Line, "# min|mins|minute|minutes|min.|minute-read read", "5 min read", "5 minutes later"),
    row(Start, "estimated|average read|reading time", "Estimated reading time: 3 minutes", "Estimated dead: three"),
    row(Line, "reading|read time # min|mins|minute|minutes?", "Reading time 3 minutes", "Reading time 3 dead"),
    row(Start, "copyright? © ", "© 2026 Kelm Media", "Copyright trial ends"),
    row(Start, "copyright #", "Copyright 2026 Kelm Media", "Copyright judge shot dead"),
    row(End, "all rights reserved", "Kelm Media 2026. All rights reserved.", "All rights were reserved to the army."),
    row(Start, "we use cookies|cookie", "We use cookies to improve your visit.", "We use cook stoves, the refugees said."),
    row(Start, "we and|, our partners", "We and our partners store data.", "We and our neighbours dug all night."),
    row(Start, "this|our site|website|page uses|use cookies", "This website uses cookies.", "This site uses a bomb shelter."),
    row(Start, "by continuing|using|clicking|subscribing|signing|entering … cookies|terms|policy|conditions|privacy|newsletters", "By continuing to use this site you accept cookies.", "By using this tunnel forty men got out of the town."),
    row(Line, "accept|allow|manage|reject|decline all|your? cookies|cookie|preferences|consent|settings|all", "Accept all cookies", "Reject all claims"),
    row(Line, "cookie|privacy|cookies policy|settings|preferences|notice|statement", "Privacy policy", "Privacy lost"),
    row(Line, "terms of|and|& use|service|conditions|privacy", "Terms of use", "Terms of truce"),
    row(Line, "your|your browser|ad blocker|does … ", "Your browser does not support video", "Your home is gone"),
    row(Start, "please enable|update|upgrade|turn|disable off? your? javascript|browser|cookies|ad|adblocker", "Please enable JavaScript", "Please turn back, the boy begged."),
    row(Line, "play|pause|mute|unmute|watch|replay video|audio|live|now", "Play video", "Watch tower"),
    row(Start, "skip|jump to main|content|navigation|footer|comments|search", "Skip to main content", "Skip to Malou was playing when the shot came."),
    row(Start, "you can|may unsubscribe", "You can unsubscribe at any time.", "You can hear the guns, he said."),
    row(Start, "thank|thanks you? for subscribing|signing|reading|joining|registering|watching|visiting", "Thank you for subscribing!", "Thank you for the blankets, she told the crew."),
    row(Start, "something went wrong", "Something went wrong.", "Something went off under the bus."),
    row(Line, "something went wrong please try again later?", "Something went wrong. Please try again.", "Please try again, the medics told her"),
    row(Start, "i agree to receive|the", "I agree to receive emails.", "I agree with the mayor, she said."),
    row(End, "responsible for the content of external|other sites|websites|pages", "We are not responsible for the content of external sites.", "He was responsible for the content of the sites."),
    row(Line, "# min|mins", "5 min", "5 hurt"),
    // The newsroom's own lines.
    row(Start, "additional|further|extra reporting|research|writing by|from ^", "Additional reporting by Ines Vale in Kelm", "Additional reporting of deaths is due on Friday."),
    row(Start, "reporting|writing|editing by|from ^ ^", "Reporting by Ines Vale; Editing by Tom Roe", "Reporting by phone from Kelm, he said two were dead."),
    row(Start, "with reporting|files|inputs|contributions by|from ^ ^", "With reporting by Ines Vale", "With reporting from Kelm banned, nobody knows the toll."),
    row(Line, "by|from reuters|afp|ap|bbc|cnn|agencies|staff|newsroom|editors", "By Reuters", "By agencies, for agencies: 9 dead"),
    row(Line, "staff|agencies|reporters|correspondents and|with|& agencies|staff|reporters|wires|services", "Staff and agencies", "Staff killed"),
    row(Line, "with|from agencies|wires|staff", "With agencies", "With guns"),
    row(End, "contributed reporting? to this|the report|story|article|reporting", "Ines Vale in Kelm contributed to this report.", "Rain contributed to the flood."),
    row(End, "contributed reporting", "Tom Roe contributed reporting.", "Neighbours contributed blankets."),
    row(Start, "this article|story|piece|post|page|copy|blog was|has|is been? last|being? amended|updated|corrected|translated|edited|developing", "This article was amended on Monday.", "This page was hit by a shell, the curator said."),
    row(Start, "this article|story|piece|post was|is|has been? originally|first published|posted|written|appeared", "This story was first published in Kelm Weekly.", "This report was published by the army and names four dead."),
    row(Start, "this article|story|piece originally|first appeared", "This article originally appeared in Kelm Weekly.", "This story first reached Kelm on Friday."),
    row(Start, "this is a|an breaking|developing|evolving news? story|event|blog", "This is a developing story.", "This is a developing country."),
    row(Start, "we will|are be? update|updating this|our|the story|page|blog|article|coverage|report", "We will update this story.", "We will rebuild this story by story, the mason said."),
    row(Line, "more|details to follow|come", "More to follow", "More to bury"),
    row(Line, "more|updates follows|soon|shortly", "More follows", "More dead"),
    row(Start, "check back again|later|soon|for|here|shortly|regularly", "Check back for updates.", "Check points for the army were hit."),
    row(Start, "refresh this|the page", "Refresh this page for updates", "Refresh the pumps, he said."),
    row(Start, "our standards :", "Our Standards: The Trust Principles", "Our standards are low, he said."),
    row(Start, "published|updated|posted|modified|created :", "Published: 24 January 2026", "Posted on the bridge were two guards."),
    row(Start, "last|first updated|published|modified|posted on|at|:|#", "Last updated 24 January 2026", "Last posted guards fled."),
    row(Line, "# min|mins|m|minute|minutes|hour|hours|h|hr|hrs|day|days|d|sec|secs|seconds ago updated?", "3 hours ago", "3 hours later"),
    row(Line, "#|just h|m|now ago", "2 h ago", "2 h late"),
    row(Line, "just now", "Just now", "Just war"),
    row(Line, "show|hide key event|events|timeline only?|toggle? … ", "Show key events only", "Show of force"),
    row(Line, "key events|event|points|developments|takeaways|moments", "Key events", "Key bridge"),
    row(Line, "afp|reuters|ap|epa|ansa|dpa|efe|xinhua|tass|bloomberg|upi|pti|ani|agencies|afp-jiji", "Reuters", "AP office hit"),
    row(Line, "associated|the|agence|press press|associated|france-presse|association press?", "The Associated Press", "Press centre hit"),
    row(Line, "bbc|cbs|nbc|abc|fox|sky|ap|itv|channel news|4|verify", "BBC News", "Sky News crew shot at"),
    row(Line, "bbc|cbs|nbc|abc|fox|sky|ap|itv news|verify , ^ ^?", "BBC News, Kelm", "Fox News, hit by hackers, is off air"),
    // Captions and credits.
    row(Start, "photograph|photo|photos|image|images|picture|pictures|pic|pics|graphic|illustration|photographs :", "Photograph: Ines Vale/Kelm Press", "Photograph of the dead child moved many."),
    row(Start, "image|photo|picture|video|media|photograph caption|credit|source", "Image caption, The harbour", "Video: two killed as a missile hits Kelm"),
    row(Start, "photos|pictures|images|footage|graphic|map by|: ^ ^", "Photos by Ines Vale", "Photos by the hundred were lost."),
    row(Start, "credit|source|file|stock photo|image|picture|photograph? :", "File photo: The harbour", "Source of the blast was gas."),
    row(Line, "file|stock|handout|archive|undated photo|picture|image|photograph|footage", "File photo", "File clerk shot"),
    row(Line, "getty|reuters|afp|ap|shutterstock|alamy|epa|anadolu|rex|pa images|photo|photos|pictures|features|wire", "Getty Images", "PA driver dead"),
    row(Start, "getty|reuters|afp|ap|shutterstock|alamy|epa|anadolu|rex|pa|epa-efe / ^", "EPA/Ines Vale", "AP office hit"),
    row(End, "via getty|afp|ap|reuters|shutterstock|epa images?", "The harbour at dusk. Ines Vale via Getty Images", "They fled via Reuters Bridge in Kelm."),
    row(Line, "^ ^ ^? ^? / getty|reuters|afp|ap|shutterstock|alamy|epa|anadolu|rex|pa images|photo?", "Ines Vale/Getty Images", "Getty images showed smoke."),
    row(Start, "ap photo", "AP Photo/Ines Vale", "AP photographers were hurt."),
];

/// Words that open the brackets of a credit: "(Image: Getty)", "(AP Photo/Ines Vale)".
pub(super) const CREDITS: &[&str] =
    &["image", "images", "picture", "pictures", "pic", "photo", "photos", "photograph", "credit", "video"];

/// Names of agencies whose photos stand in brackets with a slash: "(Reuters/Ines Vale)".
pub(super) const PHOTO_AGENCIES: &[&str] =
    &["ap", "afp", "reuters", "epa", "getty", "anadolu", "pa", "shutterstock", "alamy", "rex", "file"];

/// Words of a time stamp besides its figures.
#[rustfmt::skip]
pub(super) const STAMP_WORDS: &[&str] = &[
    "gmt", "bst", "utc", "et", "ct", "pt", "est", "edt", "cet", "cest", "eet", "eest", "pst", "pdt", "ist", "msk", "am", "pm", "a.m.", "p.m.", "h",
    "m", "min", "mins", "ago", "at", "on", "local", "time",
];

/// Words without a capital that a byline may hold.
#[rustfmt::skip]
pub(super) const BYLINE_WORDS: &[&str] = &[
    "and", "in", "for", "the", "of", "at", "with", "correspondent", "editor", "reporter", "senior", "foreign", "chief",
    "political", "diplomatic", "defence", "defense", "world", "news", "staff", "writer", "agencies", "near", "on", "by", "de",
    "van", "von", "al", "el", "bin", "da", "di",
];

/// What a byline calls its people.
pub(super) const ROLES: &[&str] = &["correspondent", "correspondents", "editor", "reporter", "reporters", "staff", "writer"];

/// Words of which one stands in every headline of the shape "Drone Strike in Norvia", and none in a reporter's name.
#[rustfmt::skip]
pub(super) const HEADLINE_WORDS: &[&str] = &[
    "attack", "attacks", "strike", "strikes", "killed", "dead", "dies", "explosion", "explosions", "blast", "blasts", "bomb",
    "bombs", "bombing", "bombings", "shooting", "shootings", "fire", "fires", "crash", "crashes", "flood", "floods", "flooding",
    "quake", "quakes", "earthquake", "earthquakes", "storm", "storms", "cyclone", "hurricane", "typhoon", "tornado", "tornadoes",
    "landslide", "landslides", "war", "ceasefire", "talks", "peace", "truce", "protest", "protests", "riot", "riots", "raid",
    "raids", "siege", "battle", "battles", "clash", "clashes", "massacre", "killing", "killings", "murder", "murders", "stabbing",
    "stabbings", "hostage", "hostages", "victims", "rescue", "crisis", "emergency", "evacuation", "alert", "drone", "drones",
    "missile", "missiles", "rocket", "rockets", "shelling", "troops", "soldiers", "army", "police", "market", "hospital",
    "school", "tsunami", "wildfire", "wildfires", "eruption", "volcano", "avalanche", "collapse", "derailment", "shipwreck",
    "famine", "cholera", "outbreak", "election", "elections", "summit", "aid", "casualties", "deaths", "death", "toll", "missing",
    "injured", "wounded", "hurt", "injuries", "survivors", "horror", "terror", "chaos", "panic", "carnage", "tragedy", "disaster",
    "rally", "unrest", "violence", "fighting", "airstrike", "airstrikes", "gunmen", "gunman", "people", "children", "church",
    "mosque", "bus", "train", "plane", "ferry", "boat", "building", "hotel", "bridge", "situation", "update", "relief",
    "operations", "response", "displacement", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens",
    "scores", "hundreds", "thousands", "life", "living", "what", "why", "how", "who", "news", "day", "night", "shot", "stabbed",
    "found", "held", "arrested", "ambush", "kidnapping", "kidnappings", "offensive", "invasion", "mourning", "funeral",
    "funerals", "blackout", "blackouts", "power", "city", "state", "region", "province", "village",
];
