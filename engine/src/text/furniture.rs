//! Site furniture: newsletter lines, calls to get in touch, captions and read-more links.
//!
//! A row of [`ROWS`] matches a whole line or a whole sentence, never a part of one; it is a pattern of words with
//! a line it must match and a line of news it must not.

use super::{Sentence, Token, TokenKind, Tokens};

/// Where the pattern of a row must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// The pattern is all that the line says; marks do not count.
    Line,
    /// The sentence begins with the pattern.
    Start,
    /// The sentence ends with the pattern.
    End,
}

/// A pattern of words in lower case: `a|b` is a choice, `?` after a word makes it optional, straight behind the last, `#` is a figure, `^` a word
/// with a capital, `…` any words, `:` a mark that must stand there. Other marks are passed over.
struct Row {
    shape: Shape,
    pattern: &'static str,
    #[cfg_attr(not(test), allow(dead_code))]
    yes: &'static str,
    #[cfg_attr(not(test), allow(dead_code))]
    no: &'static str,
}

const fn row(shape: Shape, pattern: &'static str, yes: &'static str, no: &'static str) -> Row {
    Row { shape, pattern, yes, no }
}

/// Longest furniture in tokens; what is longer is text.
const LONGEST: usize = 60;

/// Most words that a `…` may pass over.
const GAP: usize = 14;

use Shape::{End, Line, Start};

#[rustfmt::skip]
const ROWS: &[Row] = &[
    // Calls to the reader.
    row(Start, "get in touch with|by|via|:", "Get in touch with our news team by e-mail.", "Get in touch lines were cut when the mast fell."),
    row(Start, "do you have a|any story|information|tip|video|photos|footage", "Do you have a story to share?", "Do you have a plan for the wounded, he asked."),
    row(Start, "got a story|tip|news", "Got a story? Tell us.", "Got a call at dawn, the medic said."),
    row(Start, "have you been affected by", "Have you been affected by the floods?", "Have you been home, she asked the soldiers."),
    row(Start, "share your story|experience|experiences|thoughts|views", "Share your experiences with us.", "Share your bread, the priest told the survivors."),
    row(Start, "email|e-mail|contact|whatsapp|message us|our", "Email us at news@kelm.example", "Email from the mayor named four dead."),
    row(Start, "for more stories|news|updates|coverage|details|information like|on|from|visit|see|check|about|go|contact|email|,|:", "For more stories like this, check our news page.", "For more news of the missing, families waited all night."),
    row(Start, "for more on this|our", "For more on this story, tap here.", "For more on board there was no room."),
    row(Start, "sign up … newsletter|newsletters|email|emails|alerts|updates|briefing|inbox|free|here", "Sign up to our free newsletter", "Sign up or be shot, the militia told farmers."),
    row(Start, "sign in|up to|here|now", "Sign in to continue", "Sign in the square said the mine was closed."),
    row(Start, "subscribe to|now|today|for|here|and", "Subscribe now for full access.", "Subscribers to the grid were cut off."),
    row(Start, "join our|the whatsapp|telegram|community|conversation|facebook|discord", "Join the conversation", "Join the army, radio Orlo told men."),
    row(Start, "follow us|our on|live|coverage|channel|page", "Follow us on Facebook.", "Follow our ambulance, the police said."),
    row(Start, "follow ^ ^? ^? on|for twitter|x|facebook|instagram|telegram|tiktok|youtube|linkedin|whatsapp|more|updates", "Follow Kelm News on Instagram", "Follow Orlo Street to the shelter, police said."),
    row(Start, "like us on facebook|twitter|x|instagram|social", "Like us on Facebook", "Like us, on that day they had no water."),
    row(Start, "download our|the … app", "Download our app for alerts", "Download the map, rescuers told hikers."),
    row(Start, "click|tap here|to|for|on", "Click here to watch.", "Click of the detonator came first, he said."),
    row(Start, "listen to … podcast", "Listen to our podcast", "Listen to the wounded, she said."),
    row(Start, "support our|independent journalism|reporting|work", "Support independent journalism.", "Support our troops, the banner said."),
    row(Start, "if you enjoyed|liked this|reading", "If you enjoyed this article, tell a friend.", "If you liked quiet, Kelm was the place before the war."),
    row(Start, "we want to hear from you", "We want to hear from you.", "We want to hear from the army, families said."),
    row(Start, "enable|allow|turn notifications|on", "Turn on notifications", "Turn the pumps on, he told the crew."),
    // Links to other pages.
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
    row(Start, "don't|don’t miss :?", "Don’t miss: our guide", "Do not miss the last boat, they were told."),
    row(Line, "editor's|editor’s|editors|editors’ picks|choice|pick", "Editors’ picks", "Editors’ homes searched"),
    row(Line, "you may|might also like|enjoy", "You may also like", "You may also drown"),
    row(Line, "what to read next", "What to read next", "What to do next"),
    row(Line, "trending now|today|stories", "Trending now", "Trending down"),
    row(Line, "top|latest|breaking|world|local|more news|stories|headlines", "Top stories", "Breaking point"),
    row(Line, "continue reading", "Continue reading", "Continue reading names, he said"),
    row(Start, "continue reading the|this|below|our|full|on", "Continue reading the story", "Continue reading names, he said"),
    row(Line, "keep reading", "Keep reading", "Keep reading rooms open"),
    row(Start, "story|article|this continues|continued below|after", "Article continues below", "Story of the rescue goes on."),
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
    row(Start, "by continuing|using|clicking|subscribing|signing to|our|this|up|on|you|accept", "By continuing to use this site you accept cookies.", "By continuing the raids the army lost the town."),
    row(Line, "accept|allow|manage|reject|decline all|your? cookies|cookie|preferences|consent|settings|all", "Accept all cookies", "Reject all claims"),
    row(Line, "cookie|privacy|cookies policy|settings|preferences|notice|statement", "Privacy policy", "Privacy lost"),
    row(Line, "terms of|and|& use|service|conditions|privacy", "Terms of use", "Terms of truce"),
    row(Line, "your|your browser|ad blocker|does … ", "Your browser does not support video", "Your home is gone"),
    row(Line, "please enable|update|upgrade|turn|wait|log|sign|disable … ", "Please enable JavaScript", "Please help us"),
    row(Line, "play|pause|mute|unmute|watch|replay video|audio|live|now", "Play video", "Watch tower"),
    // The newsroom's own lines.
    row(Start, "additional|further|extra reporting|research|writing by|from", "Additional reporting by Ines Vale in Kelm", "Additional reporting of deaths is due on Friday."),
    row(Start, "reporting|writing|editing by|from ^ ^", "Reporting by Ines Vale; Editing by Tom Roe", "Reporting by phone from Kelm, he said two were dead."),
    row(Start, "with|with reporting|agencies|files|inputs|additional|contributions by|from|reporting|agencies|input", "With reporting by Ines Vale", "With agencies gone, the camp starved."),
    row(Line, "staff|agencies|reporters|correspondents and|with|& agencies|staff|reporters|wires|services", "Staff and agencies", "Staff killed"),
    row(Line, "with|from agencies|wires|staff", "With agencies", "With guns"),
    row(End, "contributed reporting? to this|the report|story|article|reporting", "Ines Vale in Kelm contributed to this report.", "Rain contributed to the flood."),
    row(End, "contributed reporting", "Tom Roe contributed reporting.", "Neighbours contributed blankets."),
    row(Start, "this article|story|piece|report|post|page|copy was|has|is|appeared|originally been? first|originally|last|amended|updated|corrected|published|edited|translated|developing|being|appeared", "This article was amended on Monday.", "This report was denied by the army."),
    row(Start, "this is a|an breaking|developing|evolving news? story|event|blog", "This is a developing story.", "This is a developing country."),
    row(Start, "we will|are be? update|updating this|our|the story|page|blog|article|coverage|report", "We will update this story.", "We will rebuild this story by story, the mason said."),
    row(Line, "more|details to follow|follow|come|follows … ", "More to follow", "More to bury"),
    row(Line, "more|updates follows|soon|shortly", "More follows", "More dead"),
    row(Start, "check|come back|again later|soon|for|here|shortly … ", "Check back for updates.", "Check points for the army were hit."),
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
    // Captions and credits.
    row(Start, "photograph|photo|photos|image|images|picture|pictures|pic|pics|graphic|illustration|photographs :", "Photograph: Ines Vale/Kelm Press", "Photograph of the dead child moved many."),
    row(Start, "image|photo|picture|video|media|photograph caption|credit|source|:|by", "Image caption, The harbour", "Image of the war changed."),
    row(Start, "photos|pictures|images|footage|graphic|map by|: ^ ^", "Photos by Ines Vale", "Photos by the hundred were lost."),
    row(Start, "credit|source|file|stock photo|image|picture|photograph? :", "File photo: The harbour", "Source of the blast was gas."),
    row(Line, "credit|source|file|copyright|caption : … ", "Credit: Kelm Press", "Credit union robbed"),
    row(Line, "file|stock|handout|archive|undated photo|picture|image|photograph|footage", "File photo", "File clerk shot"),
    row(Line, "getty|reuters|afp|ap|shutterstock|alamy|epa|anadolu|rex|pa images|photo|photos|pictures|features|wire", "Getty Images", "PA driver dead"),
    row(Start, "getty|reuters|afp|ap|shutterstock|alamy|epa|anadolu|rex|pa|epa-efe / ^", "EPA/Ines Vale", "AP office hit"),
    row(End, "via getty|afp|ap|reuters|shutterstock|epa images?", "The harbour at dusk. Ines Vale via Getty Images", "They fled via Reuters Bridge in Kelm."),
    row(Line, "^ ^ ^? ^? / getty|reuters|afp|ap|shutterstock|alamy|epa|anadolu|rex|pa images|photo?", "Ines Vale/Getty Images", "Getty images showed smoke."),
    row(Start, "ap photo", "AP Photo/Ines Vale", "AP photographers were hurt."),
];

/// Words that open the brackets of a credit: "(Image: Getty)", "(AP Photo/Ines Vale)".
const CREDITS: &[&str] = &["image", "images", "picture", "pictures", "pic", "photo", "photos", "photograph", "credit", "video"];

/// Names of agencies whose photos stand in brackets with a slash: "(Reuters/Ines Vale)".
const PHOTO_AGENCIES: &[&str] =
    &["ap", "afp", "reuters", "epa", "getty", "anadolu", "pa", "shutterstock", "alamy", "rex", "file"];

/// Words of a time stamp besides its figures.
#[rustfmt::skip]
const STAMP_WORDS: &[&str] = &[
    "gmt", "bst", "utc", "est", "edt", "cet", "cest", "eet", "eest", "pst", "pdt", "ist", "msk", "am", "pm", "a.m.", "p.m.", "h",
    "m", "min", "mins", "ago", "at", "on", "local", "time",
];

/// Words without a capital that a byline may hold.
#[rustfmt::skip]
const BYLINE_WORDS: &[&str] = &[
    "and", "in", "for", "the", "of", "at", "with", "correspondent", "editor", "reporter", "senior", "foreign", "chief",
    "political", "diplomatic", "defence", "defense", "world", "news", "staff", "writer", "agencies", "near", "on", "by", "de",
    "van", "von", "al", "el", "bin", "da", "di",
];

/// Words of which one stands in every headline of the shape "Drone Strike in Norvia", and none in a reporter's name.
#[rustfmt::skip]
const HEADLINE_WORDS: &[&str] = &[
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

/// A byline that opens with the name stands this near the top, in lines.
const BYLINE_LINES: usize = 8;

/// Furniture among `sentences`: whole lines first, then single sentences. Ranges are ordered and disjoint, and each
/// is made of whole sentences. The title is never furniture.
pub(super) fn find(source: &str, body: usize, tokens: &[Token], lines: &[Tokens], sentences: &[Sentence]) -> Vec<Tokens> {
    let reader = Reader { source, tokens };
    let mut found = Vec::new();
    let mut at = 0;
    let mut body_lines = 0;
    for (paragraph, line) in lines.iter().enumerate() {
        let first = at;
        at += sentences[first..].iter().take_while(|s| s.paragraph == paragraph).count();
        if tokens[line.start].start < body {
            continue;
        }
        body_lines += 1;
        let byline_place = body_lines <= BYLINE_LINES && (body_lines > 1 || body > 0);
        if reader.is_line(line, byline_place) {
            found.push(line.clone());
        } else {
            found.extend(sentences[first..at].iter().map(|s| s.tokens.clone()).filter(|s| reader.is_sentence(s)));
        }
    }
    found
}

struct Reader<'t> {
    source: &'t str,
    tokens: &'t [Token],
}

impl Reader<'_> {
    fn word(&self, i: usize) -> &str {
        &self.source[self.tokens[i].start..self.tokens[i].end]
    }

    fn is_line(&self, line: &Tokens, byline_place: bool) -> bool {
        if line.len() > LONGEST {
            return false;
        }
        let rows = || ROWS.iter().filter(|r| r.shape == Line);
        rows().any(|r| self.matches(r, line))
            || self.is_stamp(line)
            || self.is_handles(line)
            || self.is_byline(line)
            || (byline_place && self.is_name_in_place(line))
            || self.ends_in_credit(line)
    }

    fn is_sentence(&self, sentence: &Tokens) -> bool {
        sentence.len() <= LONGEST && ROWS.iter().filter(|r| r.shape != Line).any(|r| self.matches(r, sentence))
    }

    fn matches(&self, row: &Row, range: &Tokens) -> bool {
        match row.shape {
            Line => self.follow(row.pattern, range.clone()).is_some_and(|rest| self.only_marks(rest)),
            Start => self.follow(row.pattern, range.clone()).is_some(),
            End => {
                // The pattern's words are few: try the last places only.
                let most = row.pattern.split(' ').count() + 3;
                let first = range.end.saturating_sub(most).max(range.start);
                (first..range.end).any(|s| self.follow(row.pattern, s..range.end).is_some_and(|rest| self.only_marks(rest)))
            }
        }
    }

    fn only_marks(&self, mut range: Tokens) -> bool {
        range.all(|i| self.tokens[i].kind == TokenKind::Mark)
    }

    /// What is left of `range` behind `pattern`, where `range` begins with it.
    fn follow(&self, pattern: &str, range: Tokens) -> Option<Tokens> {
        let mut at = range.start;
        let mut parts = pattern.split(' ').filter(|p| !p.is_empty());
        while let Some(part) = parts.next() {
            if part == "…" {
                let Some(next) = parts.next() else {
                    return Some(range.end..range.end);
                };
                let end = range.end.min(at + GAP);
                at = (at..end).find(|&i| self.fits(i, next))? + 1;
                continue;
            }
            let optional = part.ends_with('?');
            let part = part.trim_end_matches('?');
            let wants_mark = part.split('|').any(is_mark);
            // What is optional follows at once; marks are passed over only on the way to what must come.
            let here = if optional { Some(at) } else { (at..range.end).find(|&i| !self.is_passed_over(i, part, wants_mark)) };
            match here {
                Some(i) if i < range.end && self.fits(i, part) => at = i + 1,
                _ if optional => {}
                _ => return None,
            }
        }
        Some(at..range.end)
    }

    fn is_passed_over(&self, i: usize, part: &str, wants_mark: bool) -> bool {
        self.tokens[i].kind == TokenKind::Mark && !(wants_mark && self.fits(i, part))
    }

    fn fits(&self, i: usize, part: &str) -> bool {
        let (token, word) = (&self.tokens[i], self.word(i));
        part.split('|').any(|p| match p {
            "#" => word.starts_with(|c: char| c.is_ascii_digit()),
            "^" => token.kind == TokenKind::Word && token.capital,
            p => p.eq_ignore_ascii_case(word),
        })
    }

    /// The time stamp of a live blog, alone on its line: "14:32", "14.32 GMT", "2h ago", "10:05 EST - Updated 10:40"; or
    /// that of an article, "Updated 24 January 2026".
    fn is_stamp(&self, line: &Tokens) -> bool {
        const LONGEST: usize = 14;
        let clock = |w: &str| {
            w.starts_with(|c: char| c.is_ascii_digit())
                && (w.contains(':') || w.contains('.') || w.ends_with('m') || w.ends_with('M') || w.ends_with('h'))
        };
        let heads = ["published", "updated", "posted", "modified"];
        let is = |list: &[&str], w: &str| list.iter().any(|l| l.eq_ignore_ascii_case(w));
        let headed = is(&heads, self.word(line.start));
        line.len() <= LONGEST
            && line.clone().any(|i| clock(self.word(i)) || (headed && self.tokens[i].kind == TokenKind::Number))
            && line.clone().all(|i| {
                let (kind, word) = (self.tokens[i].kind, self.word(i));
                let dated = headed && (kind == TokenKind::Number || is_calendar(word));
                kind == TokenKind::Mark || clock(word) || is(STAMP_WORDS, word) || is(&heads, word) || dated
            })
    }

    /// Nothing but handles, addresses and the names of networks: "@inesvale", "Twitter: @inesvale", "www.kelm.example".
    fn is_handles(&self, line: &Tokens) -> bool {
        const NETWORKS: &[&str] =
            &["twitter", "x", "instagram", "facebook", "telegram", "bluesky", "email", "e-mail", "follow", "and"];
        if line.len() > LONGEST {
            return false;
        }
        let bytes = self.tokens[line.start].start..self.tokens[line.end - 1].end;
        let words = || self.source[bytes.clone()].split_whitespace();
        let address = |w: &str| {
            (w.len() > 2 && w.contains('@') && !w.ends_with('@'))
                || w.starts_with("http://")
                || w.starts_with("https://")
                || w.starts_with("www.")
        };
        let network = |w: &str| NETWORKS.iter().any(|n| n.eq_ignore_ascii_case(w.trim_matches([':', '|', ',', '-'])));
        words().any(address) && words().all(|w| address(w) || network(w) || w.chars().all(|c| !c.is_alphanumeric()))
    }

    /// "By Ines Vale and Tom Roe, Defence Editor": a line that opens with By, holds two names at least and no sentence.
    fn is_byline(&self, line: &Tokens) -> bool {
        const LONGEST: usize = 22;
        let named = line.len() >= 3 && line.len() <= LONGEST && self.word(line.start).eq_ignore_ascii_case("by");
        named && self.tokens[line.start + 1].capital && self.is_names(&(line.start + 1..line.end))
    }

    /// "Ines Vale in Kelm", "Ines Vale and Tom Roe in Kelm and agencies": not "Drone Strike in Kelm".
    fn is_name_in_place(&self, line: &Tokens) -> bool {
        const LONGEST: usize = 12;
        let place = line.clone().find(|&i| self.word(i) == "in");
        line.len() <= LONGEST
            && place.is_some_and(|i| (2..=6).contains(&(i - line.start)) && i + 1 < line.end && self.tokens[i + 1].capital)
            && self.tokens[line.start].capital
            && self.tokens[line.start + 1].capital
            && self.is_names(line)
    }

    /// Names, commas and the small words of bylines, and none of the words of headlines.
    fn is_names(&self, range: &Tokens) -> bool {
        let mut capitals = 0;
        for i in range.clone() {
            let (token, word) = (&self.tokens[i], self.word(i));
            let fits = match token.kind {
                TokenKind::Mark => matches!(word, "," | "|" | "." | "-" | "–" | "/" | "&" | ";" | "•"),
                TokenKind::Word if token.capital => {
                    capitals += 1;
                    !HEADLINE_WORDS.iter().any(|h| h.eq_ignore_ascii_case(word)) && !is_calendar(word)
                }
                TokenKind::Word => BYLINE_WORDS.contains(&word),
                _ => false,
            };
            if !fits {
                return false;
            }
        }
        capitals >= 2
    }

    /// A caption that ends in its credit: "Smoke above the port (Image: Kelm Press)".
    fn ends_in_credit(&self, line: &Tokens) -> bool {
        let last = line.end - 1;
        let close = if matches!(self.word(last), ")" | "]") {
            last
        } else if last > line.start && matches!(self.word(last - 1), ")" | "]") && self.word(last) == "." {
            last - 1
        } else {
            return false;
        };
        let Some(open) = (line.start..close).rev().find(|&i| matches!(self.word(i), "(" | "[")) else {
            return false;
        };
        let is = |list: &[&str], i: usize| list.iter().any(|c| c.eq_ignore_ascii_case(self.word(i)));
        let credit = open + 2 < close && is(CREDITS, open + 1) && matches!(self.word(open + 2), ":" | "by" | "/");
        let agency = open + 2 < close
            && is(PHOTO_AGENCIES, open + 1)
            && (self.word(open + 2) == "/" || is(CREDITS, open + 2) || is(&["images"], open + 2));
        credit || agency
    }
}

fn is_mark(part: &str) -> bool {
    matches!(part, ":" | "," | "-" | "©" | "&" | "/")
}

/// "By Friday" is a time.
fn is_calendar(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
        "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "apr", "jun", "jul", "aug",
        "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "christmas", "easter", "ramadan",
        "eid", "noon", "midnight",
    ];
    WORDS.iter().any(|w| w.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    /// The furniture of an article whose third line is `line`.
    fn skipped(line: &str) -> Vec<String> {
        let text = Text::new(None, &format!("Two houses burnt down in Kelm on Monday.\n\n{line}\n\nRain put out the fire."));
        text.furniture.iter().map(|f| text.words(f).to_string()).collect()
    }

    #[test]
    fn every_row_matches_its_yes_and_no_row_its_no() {
        let mut wrong = Vec::new();
        for row in ROWS {
            let text = Text::new(None, row.yes);
            let reader = Reader { source: &text.source, tokens: &text.tokens };
            let all = 0..text.tokens.len();
            let mut parts = text.sentences.iter().map(|s| s.tokens.clone()).chain(text.furniture.iter().cloned());
            if !(if row.shape == Line { reader.matches(row, &all) } else { parts.any(|s| reader.matches(row, &s)) }) {
                wrong.push(format!("“{}” does not match “{}”", row.pattern, row.yes));
            }
            if !skipped(row.no).is_empty() {
                wrong.push(format!("“{}” is no furniture", row.no));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn lines_of_the_newsroom_are_furniture() {
        for line in [
            "By Ines Vale",
            "By Ines Vale and Tom Roe, Defence Editor",
            "BY INES VALE",
            "Ines Vale in Kelm",
            "Ines Vale in Kelm and Tom Roe in Orlo",
            "14:32",
            "14.32 GMT",
            "2h ago",
            "10:05 EST - Updated 10:40 EST",
            "@inesvale",
            "Twitter: @inesvale",
            "https://kelm.example/news",
            "Smoke above the port of Kelm, where a depot burnt (Image: Kelm Press)",
            "Men carry sandbags along the river. (AP Photo/Ines Vale)",
        ] {
            assert_eq!(skipped(line), [line], "{line}");
        }
    }

    #[test]
    fn lines_that_carry_news_are_none() {
        for line in [
            "By Friday the army had left Kelm.",
            "By Friday, Two Dead",
            "By midnight five houses had burnt.",
            "Drone Strike in Kelm",
            "Two Dead in Kelm",
            "Car Bomb Kills Mayor in Kelm",
            "14:32 Two blasts were heard in Kelm",
            "At 14:32 GMT the siren began",
            "12",
            "@inesvale said the bridge was down.",
            "Two people died (one in Kelm)",
            "The army said the toll was five (Reuters)",
            "The photo: a boy in the ruins",
            "Sixteen people were hurt, the ministry said in an email.",
        ] {
            assert_eq!(skipped(line), Vec::<String>::new(), "{line}");
        }
    }

    #[test]
    fn furniture_leaves_the_news_of_its_line_alone() {
        let line = "The dead were two miners. Get in touch with our news desk at news@kelm.example.";
        assert_eq!(skipped(line), ["Get in touch with our news desk at news@kelm.example."]);
        let line = "Read more: Mine owner held. The mine reopened on Tuesday.";
        assert_eq!(skipped(line), ["Read more: Mine owner held."]);
    }

    #[test]
    fn a_first_line_that_looks_like_a_name_in_a_place_is_kept() {
        assert!(Text::new(None, "Grim Dawn in Kelm\n\nTwo houses burnt down.").furniture.is_empty());
    }
}
