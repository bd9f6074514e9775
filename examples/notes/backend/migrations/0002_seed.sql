insert into notes (text) values
    ('Welcome to Notes'),
    ('Water the ferns on Thursday'),
    ('Ask Ada about the analytical engine');
